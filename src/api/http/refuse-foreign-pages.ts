import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/**
 * Refuses requests to the desk's API from other pages. The cookie is `SameSite=Strict` already; this also keeps out
 * other hosts of our own site, which `SameSite` lets in, and reads by GET. Missing headers are accepted: old browsers
 * send neither, and their cross-site writes fail at `Content-Type` and the missing CORS.
 */
export const refuseForeignPages: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('Sec-Fetch-Site') ?? 'none';
  const origin = context.req.header('Origin');
  const isOwn = origin === undefined || URL.parse(origin)?.host === context.req.header('Host');
  if (!isOwn || !['same-origin', 'none'].includes(site)) return problem(context, 'foreign-page');
  await next();
};
