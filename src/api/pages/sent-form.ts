import type { Context, MiddlewareHandler } from 'hono';
import { openPanelTicket } from '../../channels/panel.ts';
import type { TicketReceipt } from '../../contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../contract/tickets/open-ticket-request.ts';
import { howToReachUs, waysOf } from '../../tickets/how-to-reach-us.ts';
import { noticesFor } from '../../tickets/read-shop-status.ts';
import type { ApiDeps } from '../api-deps.ts';
import { senderAddress } from '../http/client-address.ts';
import { readLanguage } from '../http/read-language.ts';
import type { AppEnv } from '../http/request-log.ts';
import type { Around, Refusal } from './form-parts.ts';
import { newKeys, type TypedTicket } from './typed-ticket.ts';

/** What the forms of ours without a script depend on. */
export type PageDeps = Omit<ApiDeps, 'signInThrottle'>;

/** Reads the form that a browser sent; null for another shape, and for one that is broken. */
export async function readSentForm(context: Context): Promise<FormData | null> {
  const type = context.req.header('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type)) return null;
  return context.req.formData().catch(() => null);
}

/**
 * Opens the ticket that a form is; the same form again gets the same receipt.
 * @returns its receipt, or why not, with the form to be shown
 */
export async function openFromForm(
  context: Context,
  deps: PageDeps,
  typed: TypedTicket,
  request: OpenTicketRequest,
): Promise<
  { outcome: 'opened'; receipt: TicketReceipt } | { outcome: 'refused'; typed: TypedTicket; refusal: Refusal }
> {
  const outcome = await openPanelTicket(deps, {
    request,
    idempotencyKey: typed.key,
    // It is a form (R7), whatever page a browser says it comes from: no panel of a shop is here.
    origin: null,
    caller: { kind: 'nobody' },
    language: readLanguage(context),
    address: senderAddress(context, deps),
  });
  if (outcome.outcome !== 'refused') return { outcome: 'opened', receipt: JSON.parse(outcome.body) };
  const { code, retryAfterSeconds, errors = [] } = outcome;
  if (retryAfterSeconds !== undefined) context.header('Retry-After', String(retryAfterSeconds));
  if (code === 'shop-unrecognised') return { outcome: 'refused', typed, refusal: unknownShop() };
  // Files belong to the token that they came with, and to one ticket: with another they have to come again.
  const isUsedUp = code === 'idempotency-key-reused' || errors.some(({ path }) => path.startsWith('attachments'));
  if (!isUsedUp) return { outcome: 'refused', typed, refusal: { code, fields: {} } };
  const areFilesLost = typed.files.length > 0;
  const keys = code === 'idempotency-key-reused' ? newKeys() : {};
  return { outcome: 'refused', typed: { ...typed, ...keys, files: [] }, refusal: { code, fields: {}, areFilesLost } };
}

/** A pair that names no shop: both fields are wrong, as nobody is told which. */
export function unknownShop(): Refusal {
  return { code: 'shop-unrecognised', fields: { supportNumber: 'not-allowed', installUrl: 'not-allowed' } };
}

/**
 * What is refused before or beside a form – too often, too long, a store that fails – is a page with the form as it was
 * sent, too: who sends it has nothing that reads a problem.
 * @param answerRefused draws it; `sent` is null where the body was not read, or is none of a form
 */
export function refuseAsPage(
  answerRefused: (context: Context<AppEnv>, sent: FormData | null, refusal: Refusal) => Promise<Response>,
): MiddlewareHandler<AppEnv> {
  return async function refuseByPage(context, next) {
    await next();
    if (!context.res.headers.get('Content-Type')?.startsWith('application/problem+json')) return;
    const code = context.get('refusal') ?? 'internal';
    // A body that is too long, or one too many, stays unread.
    const isRead = code !== 'too-large' && code !== 'overloaded';
    context.res = await answerRefused(context, isRead ? await readSentForm(context) : null, { code, fields: {} });
  };
}

/** The ways to us and how things stand. While the store cannot be read, the environment still says how to reach us. */
export async function aroundOf(context: Context, deps: PageDeps): Promise<Around> {
  const language = readLanguage(context);
  const at = deps.now();
  const isMailed = deps.mail !== null;
  const { vendor } = deps.firstSettings;
  try {
    const ways = await howToReachUs(deps, language);
    const notices = await noticesFor(deps.store, null, at, language);
    const ongoing = notices.filter(({ kind }) => kind === 'incident');
    return { language, ways, vendor, isMailed, standing: { isTaking: true, ongoing, at } };
  } catch {
    // Whatever failed, these pages are for that: who reads them needs the telephone, not an error.
    const ways = waysOf(deps.firstSettings, at, language);
    return { language, ways, vendor, isMailed, standing: { isTaking: false, ongoing: [], at } };
  }
}
