import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Count } from './rate-limits.ts';

/** What the middleware leaves in the context for whoever answers. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** why the request was refused, also where that is told with 200, as `shop-status` does */
    refusal?: ProblemCode;
    /** the limits that the request met; not there where limits are off */
    rateCounts?: Count[];
  };
}

/**
 * Gives each request an id, which the answer carries as `X-Request-Id`, and writes one line about it: what was asked for
 * by pattern, how it ended, how long it took. No address, no header, no body: nothing in the log is about a person.
 */
export function requestLog(logger: Logger): MiddlewareHandler<AppEnv> {
  return async function logRequest(context, next) {
    const requestId = randomUUID();
    const startedAt = performance.now();
    context.set('requestId', requestId);
    await next();
    context.header('X-Request-Id', requestId);
    logger.info({
      requestId,
      method: context.req.method,
      route: routeOf(context),
      status: context.res.status,
      ms: Math.round(performance.now() - startedAt),
    });
  };
}

/** The pattern that answered, never the path itself: paths may carry what somebody typed. */
function routeOf(context: Context): string {
  const patterns = matchedRoutes(context).map(({ path }) => path);
  return patterns.findLast((pattern) => !pattern.includes('*')) ?? 'other';
}
