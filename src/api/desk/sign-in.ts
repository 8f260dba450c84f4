import type { Context } from 'hono';
import { SignInRequest } from '../../contract/desk/sign-in-request.ts';
import { foldEmail } from '../../identity/agent.ts';
import { sessionLabel } from '../../identity/session-label.ts';
import { signIn } from '../../identity/sign-in.ts';
import type { ApiDeps } from '../api-deps.ts';
import { addressKey, clientAddress } from '../http/client-address.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { giveDeskCookie } from './desk-cookie.ts';
import { toSignedIn } from './to-signed-in.ts';

/** `POST /api/desk/session` */
export async function answerSignIn(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, SignInRequest);
  if (!read.ok) return read.refusal;

  const address = addressKey(clientAddress(context, deps.trustedProxies));
  const attempt = { address, email: foldEmail(read.request.email) };
  const tooMany = await deps.signInThrottle.count(attempt);
  if (tooMany) {
    context.header('Retry-After', String(tooMany.retryAfterSeconds));
    return problem(context, 'rate-limited');
  }
  const signedIn = await signIn(deps, read.request, sessionLabel(context.req.header('User-Agent')));
  if (!signedIn) return problem(context, 'unauthorised');
  await deps.signInThrottle.forgive(attempt);
  giveDeskCookie(context, signedIn.token);
  return context.json(toSignedIn(signedIn.agent), 200, { 'Cache-Control': 'no-store' });
}
