import { partOf } from '../../../browser/http.ts';
import {
  changeDeskPassword,
  type DeskSessions,
  endDeskSession,
  listDeskSessions,
} from '../../../src/contract/desk/sessions.ts';
import { signOutEverywhere } from '../../../src/contract/desk/sign-in.ts';
import type { DeskAnswer, DeskHttp } from '../../client/desk-http.ts';

/** Requests of the page of sessions. */
export interface SessionsClient {
  list: () => Promise<DeskAnswer<DeskSessions>>;
  end: (id: string) => Promise<DeskAnswer<null>>;
  endAll: () => Promise<DeskAnswer<null>>;
  changePassword: (oldPassword: string, newPassword: string) => Promise<DeskAnswer<null>>;
}

export function createSessionsClient({ call }: DeskHttp): SessionsClient {
  return {
    list: () => call(partOf(listDeskSessions, ({ sessions }) => sessions)),
    end: (session) => call(endDeskSession, { params: { session } }),
    endAll: () => call(signOutEverywhere),
    changePassword: (oldPassword, newPassword) => call(changeDeskPassword, { json: { oldPassword, newPassword } }),
  };
}
