import {
  changeDeskPassword,
  type DeskSessions,
  endDeskSession,
  listDeskSessions,
} from '../../../src/contract/desk/sessions.ts';
import { signOutEverywhere } from '../../../src/contract/sign-out-everywhere.ts';
import type { Answer, Ask } from '../../client/ask.ts';
import { readAnswer } from '../../client/read-answer.ts';

/** What the page of sessions asks. */
export interface SessionsClient {
  list: () => Promise<Answer<DeskSessions>>;
  end: (id: string) => Promise<Answer<null>>;
  endAll: () => Promise<Answer<null>>;
  changePassword: (oldPassword: string, newPassword: string) => Promise<Answer<null>>;
}

export function createSessionsClient(ask: Ask): SessionsClient {
  const nothing = async () => null;
  return {
    list: () => ask(listDeskSessions, async (response) => (await readAnswer(listDeskSessions)(response)).sessions),
    end: (id) =>
      ask(
        { method: endDeskSession.method, path: endDeskSession.path.replace(':session', encodeURIComponent(id)) },
        nothing,
      ),
    endAll: () => ask(signOutEverywhere, nothing),
    changePassword: (oldPassword, newPassword) =>
      ask({ ...changeDeskPassword, body: { oldPassword, newPassword } }, nothing),
  };
}
