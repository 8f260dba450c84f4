import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const YEAR_SECONDS = 31_536_000;

/**
 * Headers of every response, unless its handler set others: no API response is a page, so none may load, embed or
 * submit anything or send a referrer, and if a browser is tricked into showing one, it runs no script and reaches no
 * storage of ours. Headers that only old browsers obey (`X-XSS-Protection` and its like) are left out.
 * @param publicUrl HSTS is sent only for an https address: over http browsers ignore it
 */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      sandbox: [],
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    strictTransportSecurity: publicUrl.startsWith('https:') ? `max-age=${YEAR_SECONDS}` : false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

/**
 * Browsers and proxies cache nothing unless the handler says so: responses are about shops, refusals about the moment.
 */
export const storeNothing: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
};
