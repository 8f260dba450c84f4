import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { compress } from 'hono/compress';
import type { ApiDeps } from './api/api-deps.ts';
import { createSignInThrottle } from './api/desk/sign-in-throttle.ts';
import { answerWidgetFiles } from './api/http/answer-widget-files.ts';
import { checkPath } from './api/http/check-path.ts';
import { limitAtOnce } from './api/http/limit-at-once.ts';
import { limitFiles } from './api/http/limit-files.ts';
import { limitRoute } from './api/http/limit-route.ts';
import { loggableError } from './api/http/loggable-error.ts';
import { problem } from './api/http/problem.ts';
import { publicCors } from './api/http/public-cors.ts';
import { OTHERS, routeLimit, UNSUBSCRIBE } from './api/http/rate-limit-table.ts';
import { readLanguage } from './api/http/read-language.ts';
import { refuseForeignPages } from './api/http/refuse-foreign-pages.ts';
import { type AppEnv, requestLog } from './api/http/request-log.ts';
import { securityHeaders, storeNothing } from './api/http/security-headers.ts';
import { answerSecurityTxt, SECURITY_TXT } from './api/http/security-txt.ts';
import { answerServedFile, type ServedFiles } from './api/http/served-file.ts';
import { warnOfProxy } from './api/http/warn-of-proxy.ts';
import { waysToUs } from './api/http/ways-to-us.ts';
import type { WidgetFiles } from './api/http/widget-files.ts';
import { answerEmergencyForm, answerEmergencyPage, refuseWithEmergencyForm } from './api/pages/answer-emergency.ts';
import {
  answerFormPage,
  answerPlainForm,
  answerSentForm,
  refuseWithPlainForm,
} from './api/pages/answer-ticket-form.ts';
import { EMERGENCY_PATH } from './api/pages/emergency-page.ts';
import { LINK_PAGE } from './api/pages/link-page-files.ts';
import { PLAIN_FORM_PATH } from './api/pages/plain-form.ts';
import { FORM_PATH } from './api/pages/ticket-form-page.ts';
import {
  answerMissing,
  answerUnsubscribe,
  answerUnsubscribePage,
  UNSUBSCRIBE_PATH,
  UNSUBSCRIBE_REST,
} from './api/pages/unsubscribe-page.ts';
import { allowedMethods, ROUTES } from './api/routes.ts';
import { ATTACHMENTS } from './contract/files/attachment-limits.ts';
import { shopStatus } from './contract/shops/shop-status.ts';
import { openTicket } from './contract/tickets/open-ticket.ts';
import { HashingOverloaded } from './identity/hash-turns.ts';
import { SealError } from './identity/seal.ts';
import { isUnavailable } from './store/is-unavailable.ts';
import { ping } from './store/open.ts';

/** The largest body that the API reads, in bytes; a longer one is refused unread. */
const BODY_LIMIT_BYTES = 256 * 1024;

/**
 * The largest form with files, in bytes: one file of the largest size with its text. A whole request has 30 s to come, which
 * is 2.8 Mbit/s for it.
 */
const FORM_LIMIT_BYTES = ATTACHMENTS.fileBytes + BODY_LIMIT_BYTES;

/** So many of them at a time: about 200 MB of memory. */
const FORMS_AT_ONCE = 8;

/** What `createApp` depends on. */
export interface AppDeps extends Omit<ApiDeps, 'signInThrottle'> {
  /** waits so many milliseconds, where sign-ins are slowed down; a timer unless a test counts them */
  pause?: (milliseconds: number) => Promise<void>;
  widgetFiles: () => WidgetFiles;
  /** the desk's page and the files it loads */
  deskFiles: () => ServedFiles;
  /** the page of mailed links and the files it loads */
  linkPageFiles: () => ServedFiles;
  /** the API's document and the page that shows it */
  apiPages: () => ServedFiles;
  /** true once shutdown began: load balancers should stop sending */
  isStopping: () => boolean;
}

/** The whole HTTP service as a function of its dependencies; needs no port. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(requestLog(deps.logger), warnOfProxy(deps.logger, deps.trustedProxies));
  app.use(securityHeaders(deps.publicUrl), storeNothing);

  app.use('/api/v1/*', publicCors);
  // Its signs of topics are 26 kB, and 5 kB so; nothing in it is secret, whose length would tell.
  app.use(shopStatus.path, compress({ encoding: 'gzip' }));
  app.use('/api/desk/*', refuseForeignPages(deps.logger));
  // Limits come first: a chunked body is read before its handler runs.
  const limitBody = bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: (context) => problem(context, 'too-large') });
  const apiDeps: ApiDeps = { ...deps, signInThrottle: createSignInThrottle(deps.pause) };
  // A ticket that is refused unread may be an outage, which should not wait.
  const waysOfOutage = (context: Context) => waysToUs(context, deps, { mayBeOutage: true });
  for (const route of ROUTES) {
    const { method, path, answer } = route;
    const limit = limitRoute(deps, routeLimit(method, path), path === openTicket.path ? waysOfOutage : undefined);
    app.on(method, path, every(limit, checkPath(path), limitBody), (context) => {
      context.set('guard', route);
      return answer(context, apiDeps);
    });
  }
  app.use('/api/*', limitRoute(deps, OTHERS));
  for (const [path, methods] of allowedMethods(ROUTES)) {
    app.all(path, (context) => problem(context, 'method-not-allowed', {}, { Allow: methods.join(', ') }));
  }

  // What a mail program's own button sends is read by nobody, and is no JSON.
  const limitUnsubscribe = limitRoute(deps, UNSUBSCRIBE);
  app.get(UNSUBSCRIBE_PATH, limitUnsubscribe, (context) => answerUnsubscribePage(context, apiDeps));
  app.post(UNSUBSCRIBE_PATH, limitUnsubscribe, limitBody, (context) => answerUnsubscribe(context, apiDeps));
  app.get(UNSUBSCRIBE_REST, limitUnsubscribe, answerMissing);

  app.get(EMERGENCY_PATH, (context) => answerEmergencyPage(context, apiDeps));
  // It opens tickets: what it counts is counted together with theirs.
  const limitForm = limitRoute(deps, routeLimit(openTicket.method, openTicket.path));
  app.post(EMERGENCY_PATH, refuseWithEmergencyForm(apiDeps), limitBody, limitForm, (context) =>
    answerEmergencyForm(context, apiDeps),
  );
  app.get(FORM_PATH, (context) => answerFormPage(context, apiDeps));
  app.get(PLAIN_FORM_PATH, (context) => answerPlainForm(context, apiDeps));
  app.post(
    PLAIN_FORM_PATH,
    refuseWithPlainForm(apiDeps),
    limitAtOnce(FORMS_AT_ONCE, BODY_LIMIT_BYTES),
    limitFiles(FORM_LIMIT_BYTES),
    limitForm,
    (context) => answerSentForm(context, apiDeps),
  );

  app.get(SECURITY_TXT, (context) => answerSecurityTxt(context, deps));
  app.get('/health/live', (context) => context.json({ status: 'live' }));
  app.get('/health/ready', async (context) => {
    await ping(deps.store);
    return deps.isStopping() ? problem(context, 'unavailable') : context.json({ status: 'ready' });
  });

  const answerWidget = answerWidgetFiles(deps, deps.widgetFiles);
  app.get('*', async (context, next) => (await answerWidget(context)) ?? next());
  app.get('*', (context, next) => answerServedFile(context, deps.deskFiles()) ?? next());
  app.get('*', (context, next) => answerServedFile(context, deps.apiPages()) ?? next());
  // The fragment with the key goes along: browsers keep it, and send it nowhere.
  app.get(LINK_PAGE, (context) => context.redirect(`${LINK_PAGE}${readLanguage(context)}`));
  app.get('*', (context, next) => answerServedFile(context, deps.linkPageFiles()) ?? next());
  app.get(`${LINK_PAGE}*`, answerMissing);
  app.notFound((context) => problem(context, 'not-found'));
  app.onError((error, context) => {
    // The client hung up, or was cut off, while its body was read: nobody reads the response, and it is no error to
    // log.
    if (context.req.raw.signal.aborted) {
      deps.logger.warn({ requestId: context.get('requestId'), code: 'request-timeout', reason: error.message });
      return problem(context, 'request-timeout');
    }
    if (error instanceof HashingOverloaded) return problem(context, 'overloaded');
    // A seal that does not open is mended by its key: who waits for it tries again.
    const isSealed = error instanceof SealError;
    const code = isSealed || isUnavailable(error) ? 'unavailable' : 'internal';
    deps.logger.error({ requestId: context.get('requestId'), code, err: loggableError(error) });
    return problem(context, code, {}, isSealed ? { 'Retry-After': '60' } : {});
  });
  return app;
}
