import { cors } from 'hono/cors';

/**
 * The public API allows any origin, because the widget runs in every shop's panel, and never the browser's own
 * credentials: tokens are sent explicitly. The desk's API has no CORS at all.
 */
export const publicCors = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: [
    'Accept-Language',
    'Authorization',
    'Content-Range',
    'Content-Type',
    'Idempotency-Key',
    'If-None-Match',
    'X-File-Name',
    'X-Install-Url',
    'X-Shop-Session',
    'X-Support-Number',
  ],
  exposeHeaders: [
    'Content-Disposition',
    'Date',
    'ETag',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
  ],
  maxAge: 7200,
});
