import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { ApiDeps } from './api/api-deps.ts';
import { problem } from './api/problem.ts';
import { type AppEnv, requestLog } from './api/request-log.ts';
import { ROUTES } from './api/routes.ts';
import { answerServedFile, type ServedFiles } from './api/served-file.ts';
import { ping } from './store/open.ts';
import { isUnavailable } from './store/sqlite.ts';

/** The largest body the API reads, in bytes; anything longer is refused unread. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** What the service is made of. */
export interface AppDeps extends ApiDeps {
  logger: Logger;
  widgetFiles: () => ServedFiles;
  /** the API's document and the page to read it by */
  apiPages: () => ServedFiles;
  /** true once shutdown began: load balancers should stop sending */
  isStopping: () => boolean;
}

/** The whole service as a function of what it depends on; needs no port. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(requestLog(deps.logger));
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      crossOriginResourcePolicy: false,
      overwrite: false,
    }),
  );

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
      exposeHeaders: ['Content-Disposition', 'ETag', 'Location', 'Retry-After', 'X-Request-Id'],
      maxAge: 7200,
    }),
    bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: (context) => problem(context, 'too-large') }),
  );
  for (const { method, path, answer } of ROUTES) app.on(method, path, (context) => answer(context, deps));
  for (const { path } of ROUTES) app.all(path, (context) => problem(context, 'method-not-allowed'));

  app.get('/health/live', (context) => context.json({ status: 'live' }));
  app.get('/health/ready', async (context) => {
    await ping(deps.store);
    return deps.isStopping() ? problem(context, 'unavailable') : context.json({ status: 'ready' });
  });

  app.get('*', (context, next) => answerServedFile(context, deps.widgetFiles()) ?? next());
  app.get('*', (context, next) => answerServedFile(context, deps.apiPages()) ?? next());
  app.notFound((context) => problem(context, 'not-found'));
  app.onError((error, context) => {
    const code = isUnavailable(error) ? 'unavailable' : 'internal';
    deps.logger.error({ requestId: context.get('requestId'), code, err: error });
    return problem(context, code);
  });
  return app;
}
