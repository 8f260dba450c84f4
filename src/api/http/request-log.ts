import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import type { ProblemCode } from '../../contract/problem.ts';
import type { AgentGuard } from './access.ts';
import type { Count } from './rate-limits.ts';

/** Values that middleware leaves in the context for the handlers. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** why the request was refused, also with status 200, as in `shop-status` */
    refusal?: ProblemCode;
    /** the limits that counted the request; missing where limits are off */
    rateCounts?: Count[];
    /** what the endpoint that answers asks of agents */
    guard?: AgentGuard;
    /** whether a form came with more files than it may have, and they were thrown away */
    areFilesDropped?: boolean;
  };
}

/**
 * Gives each request an id, which the response carries as `X-Request-Id`, and logs one line: the route's pattern, the
 * status and the duration. No address, header or body: the log holds no personal data.
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

/** The pattern of the route, never the path itself, which may contain what somebody typed. */
function routeOf(context: Context): string {
  const patterns = matchedRoutes(context).map(({ path }) => path);
  return patterns.findLast((pattern) => !pattern.includes('*')) ?? 'other';
}
