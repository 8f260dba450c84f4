import { cors } from 'hono/cors';

/**
 * The public API answers pages of any origin, because it stands in every shop's panel, and never with credentials of the
 * browser: what opens a ticket is sent by hand. The desk has no CORS at all.
 */
export const publicCors = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'PUT'],
  allowHeaders: [
    'Accept-Language',
    'Authorization',
    'Content-Range',
    'Content-Type',
    'Idempotency-Key',
    'If-None-Match',
    'X-File-Name',
    'X-Install-Url',
    'X-Support-Number',
  ],
  exposeHeaders: [
    'Content-Disposition',
    'ETag',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
  ],
  maxAge: 7200,
});
