import type { Context, MiddlewareHandler } from 'hono';
import { openPanelTicket } from '../../channels/panel.ts';
import { OUTAGE_FACTS, type OutageFact } from '../../contract/lists.ts';
import { PROBLEMS } from '../../contract/problem.ts';
import { howToReachUs, waysOf } from '../../tickets/how-to-reach-us.ts';
import { noticesFor } from '../../tickets/read-shop-status.ts';
import type { ApiDeps } from '../api-deps.ts';
import { senderAddress } from '../http/client-address.ts';
import { readLanguage } from '../http/read-language.ts';
import type { AppEnv } from '../http/request-log.ts';
import { emergencyPage, type Refusal, receiptPage } from './emergency-page.ts';
import { EMERGENCY_WORDS } from './emergency-words.ts';
import { PAGE_HEADERS } from './page-frame.ts';
import { emptyOutage, newKeys, readOutage, type TypedOutage, toRequest } from './typed-outage.ts';

type PageDeps = Omit<ApiDeps, 'signInThrottle'>;

/** `GET /awaria`: the ways to us, also while the store cannot be read, and a form that needs no script. */
export async function answerEmergencyPage(context: Context, deps: PageDeps): Promise<Response> {
  return context.html(emergencyPage(await aroundOf(context, deps), emptyOutage(), null), 200, PAGE_HEADERS);
}

/** `POST /awaria`: opens the ticket that the form is; the same form again gets the same receipt. */
export async function answerEmergencyForm(context: Context, deps: PageDeps): Promise<Response> {
  if (!isForm(context))
    return answerRefused(context, deps, emptyOutage(), { code: 'unsupported-media-type', fields: {} });
  const typed = readOutage(await context.req.text());
  const language = readLanguage(context);
  const read = toRequest(typed, (facts) => subjectOf(context, facts));
  if (!read.ok) return answerRefused(context, deps, typed, { code: 'invalid-request', fields: read.errors });
  const outcome = await openPanelTicket(deps, {
    request: read.request,
    idempotencyKey: typed.key,
    // It is a form (R7), whatever page a browser says it comes from: no panel of a shop is here.
    origin: null,
    caller: { kind: 'nobody' },
    language,
    address: senderAddress(context, deps),
  });
  if (outcome.outcome === 'refused') {
    const { code, retryAfterSeconds } = outcome;
    if (retryAfterSeconds !== undefined) context.header('Retry-After', String(retryAfterSeconds));
    const isOfShop = code === 'shop-unrecognised';
    const fields: Refusal['fields'] = isOfShop ? { supportNumber: 'not-allowed', installUrl: 'not-allowed' } : {};
    const keys = code === 'idempotency-key-reused' ? newKeys() : {};
    return answerRefused(context, deps, { ...typed, ...keys }, { code, fields });
  }
  const around = await aroundOf(context, deps);
  const to = { email: read.request.contact.email, isMailed: deps.mail !== null };
  return context.html(receiptPage(around, JSON.parse(outcome.body), to), 201, PAGE_HEADERS);
}

/**
 * What is refused before or beside the form – too often, too long, a store that fails – is a page with the form as it was
 * sent, too: who sends it has nothing that reads a problem.
 */
export function refuseWithForm(deps: PageDeps): MiddlewareHandler<AppEnv> {
  return async function refuseAsPage(context, next) {
    await next();
    if (!context.res.headers.get('Content-Type')?.startsWith('application/problem+json')) return;
    const code = context.get('refusal') ?? 'internal';
    // A body that is too long stays unread.
    const isRead = code !== 'too-large' && isForm(context);
    const typed = isRead ? readOutage(await context.req.text()) : emptyOutage();
    context.res = await answerRefused(context, deps, typed, { code, fields: {} });
  };
}

function answerRefused(context: Context, deps: PageDeps, typed: TypedOutage, refusal: Refusal): Promise<Response> {
  context.set('refusal', refusal.code);
  return aroundOf(context, deps).then((around) =>
    context.html(emergencyPage(around, typed, refusal), PROBLEMS[refusal.code].status, PAGE_HEADERS),
  );
}

/** The ways to us and how things stand. While the store cannot be read, the environment still says how to reach us. */
async function aroundOf(context: Context, deps: PageDeps) {
  const language = readLanguage(context);
  const at = deps.now();
  try {
    const ways = await howToReachUs(deps, language);
    const notices = await noticesFor(deps.store, null, at, language);
    const ongoing = notices.filter(({ kind }) => kind === 'incident');
    return { language, ways, standing: { isTaking: true, ongoing, at } };
  } catch {
    // Whatever failed, this page is for that: who reads it needs the telephone, not an error.
    return { language, ways: waysOf(deps.firstSettings, at, language), standing: { isTaking: false, ongoing: [], at } };
  }
}

function subjectOf(context: Context, ticked: readonly OutageFact[]): string {
  const words = EMERGENCY_WORDS[readLanguage(context)];
  return words.subject(
    OUTAGE_FACTS.filter((fact) => ticked.includes(fact))
      .map((fact) => words.facts[fact].toLowerCase())
      .join(', '),
  );
}

function isForm(context: Context): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(context.req.header('Content-Type') ?? '');
}
