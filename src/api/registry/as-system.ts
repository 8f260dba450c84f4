import type { Context } from 'hono';
import type { ApiScope } from '../../contract/lists.ts';
import { mayDo, readSystem, type System } from '../../identity/api-keys.ts';
import type { ApiDeps } from '../api-deps.ts';
import { problem } from '../http/problem.ts';

/**
 * A handler for other systems of the vendor: 401 without a valid key, and 403 `scope-missing` with one that may not do
 * this, before the body is read.
 */
export function asSystem(
  scope: ApiScope,
  answer: (context: Context, deps: ApiDeps, system: System) => Promise<Response>,
): (context: Context, deps: ApiDeps) => Promise<Response> {
  return async (context, deps) => {
    const system = await readSystem(deps, context.req.header('Authorization'));
    if (!system) return problem(context, 'unauthorised');
    return mayDo(system, scope) ? answer(context, deps, system) : problem(context, 'scope-missing');
  };
}
