import type { Context } from 'hono';
import type { Agent } from '../../identity/agent.ts';
import { readAgentSession } from '../../identity/read-agent-session.ts';
import type { SignInDeps } from '../../identity/sign-in.ts';
import { readDeskCookie } from './desk-cookie.ts';

/** The signed-in agent of a request under `/api/desk/`; null when nobody is signed in: answer 401 `unauthorised`. */
export async function readAgent(context: Context, deps: Pick<SignInDeps, 'store' | 'now'>): Promise<Agent | null> {
  const token = readDeskCookie(context);
  return token === null ? null : readAgentSession(deps.store, token, deps.now());
}
