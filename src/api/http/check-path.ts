import type { Context, MiddlewareHandler } from 'hono';
import { PATH_PARAMETERS, type PathParameter } from '../../contract/path-parameters.ts';
import { problem } from './problem.ts';

/**
 * Answers 404 to a path with an invalid parameter, before it is looked up: PostgreSQL fails on some texts, such as a
 * NUL.
 * @param path of the route, such as `/api/v1/tickets/:number`; a parameter without a schema is a fault
 */
export function checkPath(path: string): MiddlewareHandler {
  const names = parametersOf(path);
  return async function checkPathParameters(context, next) {
    const fits = names.every((name) => PATH_PARAMETERS[name].safeParse(context.req.param(name)).success);
    return fits ? next() : problem(context, 'not-found');
  };
}

/** A parameter of the path, which `checkPath` found to fit. */
export function pathParameter(context: Context, name: PathParameter): string {
  const value = context.req.param(name);
  if (value === undefined) throw new Error(`The path of this route has no :${name}`);
  return value;
}

function parametersOf(path: string): PathParameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    if (!Object.hasOwn(PATH_PARAMETERS, name)) throw new Error(`What may stand for :${name} of ${path} is not said`);
    return name as PathParameter;
  });
}
