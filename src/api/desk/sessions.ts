import { ChangePasswordRequest } from '../../contract/desk/sessions.ts';
import { changeOwnPassword } from '../../identity/change-own-password.ts';
import { endSession } from '../../identity/end-session.ts';
import { listSessions } from '../../identity/list-sessions.ts';
import { pathParameter } from '../http/check-path.ts';
import { addressKey, clientAddress } from '../http/client-address.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
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
  const attempt = { address: addressKey(clientAddress(context, deps.trustedProxies)), email: agent.email };
  const tooMany = await deps.signInThrottle.count(attempt);
  if (tooMany) {
    context.header('Retry-After', String(tooMany.retryAfterSeconds));
    return problem(context, 'rate-limited');
  }
  const changed = await changeOwnPassword(deps, agent, readDeskCookie(context) ?? '', read.request);
  if (changed === 'wrong') return problem(context, 'wrong-password');
  await deps.signInThrottle.forgive(attempt);
  return context.body(null, 204);
});
