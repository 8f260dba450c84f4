import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const YEAR_SECONDS = 31_536_000;

/**
 * Headers that every answer carries unless its handler set others: no answer of ours is a page, so none may load, embed,
 * submit or tell anything, and whatever a browser is talked into showing runs no script and reaches no storage of ours. What only browsers of long ago obey (`X-XSS-Protection` and its like) is left out.
 * @param publicUrl HTTPS is demanded of browsers only where it is there: over http the header would be ignored at best
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

/** Nothing is kept by browsers and proxies unless its handler says so: answers are about shops, refusals about now. */
export const storeNothing: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
};
