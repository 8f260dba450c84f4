import { ChangePasswordRequest } from '../../contract/desk/sessions.ts';
import { changeOwnPassword } from '../../identity/change-own-password.ts';
import { endSession } from '../../identity/end-session.ts';
import { listSessions } from '../../identity/list-sessions.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
import { checkPassword } from './check-password.ts';
import { readDeskCookie } from './desk-cookie.ts';

/** `GET /api/desk/sessions` */
export const answerListSessions = asAgent(async (context, { store, now }, agent) =>
  context.json({ sessions: await listSessions(store, agent, readDeskCookie(context) ?? '', now()) }),
);

/** `DELETE /api/desk/sessions/:session` */
export const answerEndSession = asAgent(async (context, { store, now }, agent) => {
  await endSession(store, agent, pathParameter(context, 'session'), now());
  return context.body(null, 204);
});

/** `POST /api/desk/password`: throttled together with attempts to sign in, which it could otherwise bypass. */
export const answerChangePassword = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, ChangePasswordRequest);
  if (!read.ok) return read.refusal;
  const checked = await checkPassword(context, deps, agent.email, async () => {
    const changed = await changeOwnPassword(deps, agent, readDeskCookie(context) ?? '', read.request);
    return changed === 'changed' ? changed : null;
  });
  if (checked.refusal) return checked.refusal;
  return checked.result ? context.body(null, 204) : problem(context, 'wrong-password');
});
