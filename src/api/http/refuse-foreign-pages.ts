import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { problem } from './problem.ts';
import type { AppEnv } from './request-log.ts';

/** More of a header than this is no host's name. Characters. */
const LONGEST_LOGGED = 300;

/**
 * Refuses requests to the desk's API from other pages. The cookie is `SameSite=Strict` already; this also keeps out
 * other hosts of our own site, which `SameSite` lets in, and reads by GET. Missing headers are accepted: old browsers
 * send neither, and their cross-site writes fail at `Content-Type` and the missing CORS.
 *
 * The log shows the compared hosts: a proxy that passes on another `Host` than the browser's locks out every agent.
 */
export function refuseForeignPages(logger: Logger): MiddlewareHandler<AppEnv> {
  return async function refuseForeignPage(context, next) {
    const site = context.req.header('Sec-Fetch-Site') ?? 'none';
    const [origin, host] = [context.req.header('Origin'), context.req.header('Host')];
    const isOwn = origin === undefined || URL.parse(origin)?.host === host;
    if (isOwn && ['same-origin', 'none'].includes(site)) return next();
    const [loggedOrigin, loggedHost] = [origin, host].map((value) => value?.slice(0, LONGEST_LOGGED));
    const code = 'foreign-page';
    logger.warn({ requestId: context.get('requestId'), code, origin: loggedOrigin, host: loggedHost, site });
    return problem(context, code);
  };
}
