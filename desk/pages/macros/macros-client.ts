import {
  addDeskMacro,
  archiveDeskMacro,
  changeDeskMacro,
  listArchivedMacros,
  orderDeskMacros,
} from '../../../src/contract/desk/change-macro.ts';
import type { MacroFields } from '../../../src/contract/desk/change-macro-request.ts';
import { type DeskMacro, listDeskMacros } from '../../../src/contract/desk/list-macros.ts';
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';

/** What the page of ready texts asks. */
export interface MacrosClient {
  list: () => Promise<Answer<DeskMacro[]>>;
  listArchived: () => Promise<Answer<DeskMacro[]>>;
  /** adds a text, once per key */
  add: (key: string, fields: MacroFields) => Promise<Answer<DeskMacro>>;
  change: (id: string, change: MacroFields & { version: number }) => Promise<Answer<null>>;
  archive: (id: string, isArchived: boolean) => Promise<Answer<null>>;
  order: (ids: string[]) => Promise<Answer<null>>;
}

export function createMacrosClient(ask: Ask): MacrosClient {
  const tell = ({ method, path }: { method: string; path: string }, id: string, body: unknown) =>
    ask({ method, path: path.replace(':macro', encodeURIComponent(id)), body }, async () => null);
  return {
    list: () => ask(listDeskMacros, async (response) => (await readAnswer(listDeskMacros)(response)).macros),
    listArchived: () =>
      ask(listArchivedMacros, async (response) => (await readAnswer(listArchivedMacros)(response)).macros),
    add: (key, fields) =>
      ask({ method: addDeskMacro.method, path: addDeskMacro.path, key, body: fields }, readAnswer(addDeskMacro)),
    change: (id, change) => tell(changeDeskMacro, id, change),
    archive: (id, isArchived) => tell(archiveDeskMacro, id, { isArchived }),
    order: (ids) => tell(orderDeskMacros, '', { ids }),
  };
}
