import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import type { ApiDeps } from './api/api-deps.ts';
import { limitRoute } from './api/limit-route.ts';
import { problem } from './api/problem.ts';
import { OTHERS, routeLimit } from './api/rate-limit-table.ts';
import { type AppEnv, requestLog } from './api/request-log.ts';
import { allowedMethods, ROUTES } from './api/routes.ts';
import { securityHeaders, storeNothing } from './api/security-headers.ts';
import { answerWidgetFile, type WidgetFiles } from './api/widget-files.ts';
import { ping } from './store/open.ts';
import { isUnavailable } from './store/sqlite.ts';

/** The largest body the API reads, in bytes; anything longer is refused unread. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** What the service is made of. */
export interface AppDeps extends ApiDeps {
  logger: Logger;
  /** where browsers reach the service */
  publicUrl: string;
  widgetFiles: () => WidgetFiles;
  /** true once shutdown began: load balancers should stop sending */
  isStopping: () => boolean;
}

/** The whole service as a function of what it depends on; needs no port. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(requestLog(deps.logger), securityHeaders(deps.publicUrl), storeNothing);

  app.use(
    '/api/*',
    cors({
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
    }),
  );
  // Limits come first: a body that is sent in chunks is read before its handler runs.
  const limitBody = bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: (context) => problem(context, 'too-large') });
  for (const { method, path, answer } of ROUTES) {
    app.on(method, path, limitRoute(deps, routeLimit(method, path)), limitBody, (context) => answer(context, deps));
  }
  app.use('/api/*', limitRoute(deps, OTHERS));
  for (const [path, methods] of allowedMethods(ROUTES)) {
    app.all(path, (context) => problem(context, 'method-not-allowed', {}, { Allow: methods.join(', ') }));
  }

  app.get('/health/live', (context) => context.json({ status: 'live' }));
  app.get('/health/ready', async (context) => {
    await ping(deps.store);
    return deps.isStopping() ? problem(context, 'unavailable') : context.json({ status: 'ready' });
  });

  app.get('*', (context) => answerWidgetFile(context, deps.widgetFiles()) ?? problem(context, 'not-found'));
  app.notFound((context) => problem(context, 'not-found'));
  app.onError((error, context) => {
    // A client that was cut, or hung up while its body was read: nobody hears the answer, and no operator need wake up.
    if (context.req.raw.signal.aborted) {
      deps.logger.warn({ requestId: context.get('requestId'), code: 'request-timeout', reason: error.message });
      return problem(context, 'request-timeout');
    }
    const code = isUnavailable(error) ? 'unavailable' : 'internal';
    deps.logger.error({ requestId: context.get('requestId'), code, err: error });
    return problem(context, code);
  });
  return app;
}
