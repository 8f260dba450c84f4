import type { Context } from 'hono';
import type { Agent } from '../../identity/agent.ts';
import { readAgentSession } from '../../identity/read-agent-session.ts';
import type { SignInDeps } from '../../identity/sign-in.ts';
import type { ApiDeps } from '../api-deps.ts';
import { problem } from '../http/problem.ts';
import { readDeskCookie } from './desk-cookie.ts';

/** A handler for agents only: everybody else gets 401 before the body is read. */
export function asAgent(
  answer: (context: Context, deps: ApiDeps, agent: Agent) => Promise<Response>,
): (context: Context, deps: ApiDeps) => Promise<Response> {
  return async (context, deps) => {
    const agent = await readAgent(context, deps);
    return agent ? answer(context, deps, agent) : problem(context, 'unauthorised');
  };
}

/** A handler for admins only: other agents get 403 before the body is read, everybody else 401. */
export function asAdmin(
  answer: (context: Context, deps: ApiDeps, admin: Agent) => Promise<Response>,
): (context: Context, deps: ApiDeps) => Promise<Response> {
  return asAgent(async (context, deps, agent) =>
    agent.role === 'admin' ? answer(context, deps, agent) : problem(context, 'forbidden'),
  );
}

/** The signed-in agent of a request under `/api/desk/`; null when nobody is signed in: answer 401 `unauthorised`. */
export async function readAgent(context: Context, deps: Pick<SignInDeps, 'store' | 'now'>): Promise<Agent | null> {
  const token = readDeskCookie(context);
  return token === null ? null : readAgentSession(deps.store, token, deps.now());
}
