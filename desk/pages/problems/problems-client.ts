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
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';

/** What the page of known problems asks. */
export interface ProblemsClient {
  list: (cursor?: string) => Promise<Answer<NoticeLists>>;
  read: (id: string, cursor?: string) => Promise<Answer<NoticeDetail>>;
  /** tells shops something, once per key */
  add: (key: string, notice: AddNoticeRequest) => Promise<Answer<{ id: number }>>;
  end: (id: string) => Promise<Answer<null>>;
  /** ends a problem and answers its tickets, once per key */
  solve: (id: string, key: string, text: string) => Promise<Answer<null>>;
}

export function createProblemsClient(ask: Ask): ProblemsClient {
  const nothing = async (): Promise<null> => null;
  return {
    list: (cursor) => ask(at(listNotices, '', cursor), readAnswer(listNotices)),
    read: (id, cursor) => ask(at(readNotice, id, cursor), readAnswer(readNotice)),
    add: (key, notice) => ask({ ...at(addDeskNotice), key, body: notice }, readAnswer(addDeskNotice)),
    end: (id) => ask({ ...at(endDeskNotice, id), body: {} }, nothing),
    solve: (id, key, text) => ask({ ...at(solveDeskNotice, id), key, body: { text } }, nothing),
  };
}

function at({ method, path }: { method: string; path: string }, id = '', cursor?: string) {
  const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
  return { method, path: path.replace(':notice', encodeURIComponent(id)) + query };
}
