import type { Context } from 'hono';
import { type SignedIn, SignInRequest } from '../../contract/desk/sign-in.ts';
import { type Agent, foldEmail } from '../../identity/agent.ts';
import { sessionLabel } from '../../identity/session-label.ts';
import { type SignInDeps, signIn } from '../../identity/sign-in.ts';
import { signOut } from '../../identity/sign-out.ts';
import type { ApiDeps } from '../api-deps.ts';
import { addressKey, clientAddress } from '../http/client-address.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { readAgent } from './as-agent.ts';
import { giveDeskCookie, readDeskCookie, takeDeskCookie } from './desk-cookie.ts';

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

/** `DELETE /api/desk/session` */
export async function answerSignOut(context: Context, deps: SignInDeps): Promise<Response> {
  return end(context, deps, readDeskCookie(context));
}

/** `DELETE /api/desk/sessions` */
export async function answerSignOutEverywhere(context: Context, deps: SignInDeps): Promise<Response> {
  return end(context, deps, null);
}

async function end(context: Context, deps: SignInDeps, token: string | null): Promise<Response> {
  const agent = await readAgent(context, deps);
  takeDeskCookie(context); // an old cookie is useless as well
  if (!agent) return problem(context, 'unauthorised');
  await signOut(deps.store, agent, token, deps.now());
  return context.body(null, 204);
}

/** `GET /api/desk/session` */
export async function answerWhoAmI(context: Context, deps: SignInDeps): Promise<Response> {
  const agent = await readAgent(context, deps);
  if (!agent) return problem(context, 'unauthorised');
  return context.json(toSignedIn(agent), 200, { 'Cache-Control': 'no-store' });
}

/** The signed-in agent as the desk sees it. */
export function toSignedIn({ id, name, email, role }: Agent): SignedIn {
  return { agent: { id, name, email, role } };
}
