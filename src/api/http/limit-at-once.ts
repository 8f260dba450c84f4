import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import type { AppEnv } from './request-log.ts';

/**
 * Lets so many large bodies in at a time, over the whole process: a limit of each address alone is none of all addresses
 * together, and each such body stands in memory while it comes. The next one is told to come again.
 * @param smallBytes bodies up to this length, which say so, are not counted
 */
export function limitAtOnce(most: number, smallBytes: number): MiddlewareHandler<AppEnv> {
  let atWork = 0;
  return async function limitLargeBodies(context, next) {
    const length = context.req.header('Content-Length');
    const isSmall = length !== undefined && Number(length) <= smallBytes;
    if (isSmall || !context.req.raw.body) return next();
    if (atWork >= most) return problem(context, 'overloaded');
    atWork += 1;
    try {
      return await next();
    } finally {
      atWork -= 1;
    }
  };
}
