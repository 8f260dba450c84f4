import type { Context } from 'hono';
import type { Agent } from '../../identity/agent.ts';
import type { ApiDeps } from '../api-deps.ts';
import { problem } from '../http/problem.ts';
import { readAgent } from './read-agent.ts';

/** A handler for agents only: everybody else gets 401 before the body is read. */
export function asAgent(
  answer: (context: Context, deps: ApiDeps, agent: Agent) => Promise<Response>,
): (context: Context, deps: ApiDeps) => Promise<Response> {
  return async (context, deps) => {
    const agent = await readAgent(context, deps);
    return agent ? answer(context, deps, agent) : problem(context, 'unauthorised');
  };
}
