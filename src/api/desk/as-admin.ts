import type { Context } from 'hono';
import type { Agent } from '../../identity/agent.ts';
import type { ApiDeps } from '../api-deps.ts';
import { problem } from '../http/problem.ts';
import { asAgent } from './as-agent.ts';

/** A handler for admins only: other agents get 403 before the body is read, everybody else 401. */
export function asAdmin(
  answer: (context: Context, deps: ApiDeps, admin: Agent) => Promise<Response>,
): (context: Context, deps: ApiDeps) => Promise<Response> {
  return asAgent(async (context, deps, agent) =>
    agent.role === 'admin' ? answer(context, deps, agent) : problem(context, 'forbidden'),
  );
}
