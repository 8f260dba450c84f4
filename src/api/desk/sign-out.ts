import type { Context } from 'hono';
import type { SignInDeps } from '../../identity/sign-in.ts';
import { signOut } from '../../identity/sign-out.ts';
import { problem } from '../http/problem.ts';
import { readDeskCookie, takeDeskCookie } from './desk-cookie.ts';
import { readAgent } from './read-agent.ts';

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
