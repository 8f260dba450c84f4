import type { Context } from 'hono';
import type { SignInDeps } from '../../identity/sign-in.ts';
import { problem } from '../http/problem.ts';
import { readAgent } from './read-agent.ts';
import { toSignedIn } from './to-signed-in.ts';

/** `GET /api/desk/session` */
export async function answerWhoAmI(context: Context, deps: SignInDeps): Promise<Response> {
  const agent = await readAgent(context, deps);
  if (!agent) return problem(context, 'unauthorised');
  return context.json(toSignedIn(agent), 200, { 'Cache-Control': 'no-store' });
}
