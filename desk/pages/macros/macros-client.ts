import { partOf } from '../../../browser/http.ts';
import type { MacroFields } from '../../../src/contract/desk/change-macro.ts';
import {
  addDeskMacro,
  archiveDeskMacro,
  changeDeskMacro,
  listArchivedMacros,
  orderDeskMacros,
} from '../../../src/contract/desk/change-macro.ts';
import { type DeskMacro, listDeskMacros } from '../../../src/contract/desk/list-macros.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the page of macros. */
export interface MacrosClient {
  list: () => Promise<DeskAnswer<DeskMacro[]>>;
  listArchived: () => Promise<DeskAnswer<DeskMacro[]>>;
  /** adds a macro, once per key */
  add: (key: string, fields: MacroFields) => Promise<DeskAnswer<DeskMacro>>;
  change: (id: string, change: MacroFields & { version: number }) => Promise<DeskAnswer<null>>;
  archive: (id: string, isArchived: boolean) => Promise<DeskAnswer<null>>;
  order: (ids: string[]) => Promise<DeskAnswer<null>>;
}

export function createMacrosClient({ call }: DeskHttp): MacrosClient {
  return {
    list: () => call(partOf(listDeskMacros, ({ macros }) => macros)),
    listArchived: () => call(partOf(listArchivedMacros, ({ macros }) => macros)),
    add: (key, fields) => call(addDeskMacro, { key, json: fields }),
    change: (macro, change) => call(changeDeskMacro, { params: { macro }, json: change }),
    archive: (macro, isArchived) => call(archiveDeskMacro, { params: { macro }, json: { isArchived } }),
    order: (ids) => call(orderDeskMacros, { json: { ids } }),
  };
}
