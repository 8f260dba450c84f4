import {
  type DeskView,
  type KeepViewRequest,
  keepView,
  type ListedViews,
  listViews,
  removeView,
  renameView,
} from '../../src/contract/desk/views.ts';
import type { DeskAnswer, DeskHttp } from './desk-http.ts';

/** Requests about kept views. */
export interface ViewsClient {
  list: () => Promise<DeskAnswer<ListedViews>>;
  keep: (view: KeepViewRequest) => Promise<DeskAnswer<DeskView>>;
  rename: (id: number, name: string) => Promise<DeskAnswer<null>>;
  remove: (id: number) => Promise<DeskAnswer<null>>;
}

export function createViewsClient({ call }: Pick<DeskHttp, 'call'>): ViewsClient {
  return {
    list: () => call(listViews),
    keep: (view) => call(keepView, { json: view }),
    rename: (id, name) => call(renameView, { params: { view: `${id}` }, json: { name } }),
    remove: (id) => call(removeView, { params: { view: `${id}` } }),
  };
}
