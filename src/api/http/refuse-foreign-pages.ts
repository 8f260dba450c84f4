import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/**
 * The desk's API answers the desk's own pages only. The cookie is `SameSite=Strict` already; this also keeps out other
 * hosts of our own site, which that lets in, and reading by GET. What browsers do not send proves nothing either way: old
 * ones send neither header, and their cross-site writes end at `Content-Type` and the missing CORS.
 */
export const refuseForeignPages: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('Sec-Fetch-Site') ?? 'none';
  const origin = context.req.header('Origin');
  const isOwn = origin === undefined || URL.parse(origin)?.host === context.req.header('Host');
  if (!isOwn || !['same-origin', 'none'].includes(site)) return problem(context, 'foreign-page');
  await next();
};
