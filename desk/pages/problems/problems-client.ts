import {
  addDeskNotice,
  endDeskNotice,
  listNotices,
  type NoticeDetail,
  type NoticeLists,
  readNotice,
  solveDeskNotice,
} from '../../../src/contract/desk/notices.ts';
import type { AddNoticeRequest } from '../../../src/contract/desk/notices-request.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the page of incidents. */
export interface ProblemsClient {
  list: (cursor?: string) => Promise<DeskAnswer<NoticeLists>>;
  read: (id: string, cursor?: string) => Promise<DeskAnswer<NoticeDetail>>;
  /** adds a notice, once per key */
  add: (key: string, notice: AddNoticeRequest) => Promise<DeskAnswer<{ id: number }>>;
  end: (id: string) => Promise<DeskAnswer<null>>;
  /** solves an incident and answers its tickets, once per key */
  solve: (id: string, key: string, text: string) => Promise<DeskAnswer<unknown>>;
}

export function createProblemsClient({ call }: DeskHttp): ProblemsClient {
  return {
    list: (cursor) => call(listNotices, { query: { cursor } }),
    read: (notice, cursor) => call(readNotice, { params: { notice }, query: { cursor } }),
    add: (key, notice) => call(addDeskNotice, { key, json: notice }),
    end: (notice) => call(endDeskNotice, { params: { notice }, json: {} }),
    solve: (notice, key, text) => call(solveDeskNotice, { params: { notice }, key, json: { text } }),
  };
}
