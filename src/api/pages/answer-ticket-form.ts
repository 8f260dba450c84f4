import type { Context, MiddlewareHandler } from 'hono';
import { plainLine } from '../../contract/plain-line.ts';
import { PROBLEMS } from '../../contract/problem.ts';
import { ShopStatusRequest } from '../../contract/shops/requests.ts';
import type { ShopStatus } from '../../contract/shops/shop-status.ts';
import { readShopStatus } from '../../tickets/read-shop-status.ts';
import { readLanguage } from '../http/read-language.ts';
import type { AppEnv } from '../http/request-log.ts';
import { receiptPage } from './emergency-page.ts';
import type { Refusal } from './form-parts.ts';
import { PAGE_HEADERS, scriptedPageHeaders } from './page-frame.ts';
import { filesIn, receiveFormFiles } from './receive-form-files.ts';
import { aroundOf, openFromForm, type PageDeps, readSentForm, refuseAsPage, unknownShop } from './sent-form.ts';
import { formPage, formReceiptPage, MOUNT_SCRIPT, plainFormPage } from './ticket-form-page.ts';
import { emptyTicket, type FieldErrors, readTyped, type TypedTicket, toRequest } from './typed-ticket.ts';

const FORM_HEADERS = scriptedPageHeaders(MOUNT_SCRIPT);

/** `GET /zgloszenie`: the widget in a page of ours, and the form without a script where none runs. */
export async function answerFormPage(context: Context, deps: PageDeps): Promise<Response> {
  return context.html(formPage(await aroundOf(context, deps)), 200, FORM_HEADERS);
}

/** `GET /zgloszenie/prosty`: the form that needs no script. */
export async function answerPlainForm(context: Context, deps: PageDeps): Promise<Response> {
  return context.html(plainFormPage(await aroundOf(context, deps), emptyTicket(), null, null), 200, PAGE_HEADERS);
}

/**
 * `POST /zgloszenie/prosty`: says which shop number and address are, or opens the ticket that the form is. Whatever is
 * wrong, what was typed stays, and so do the files that could be taken.
 */
export async function answerSentForm(context: Context<AppEnv>, deps: PageDeps): Promise<Response> {
  const sent = await readSentForm(context);
  const answer = (typed: TypedTicket, shop: ShopStatus | null, refusal: Refusal) =>
    answerRefused(context, deps, { typed, shop, refusal });
  if (!sent) return answer(emptyTicket(), null, { code: 'unsupported-media-type', fields: {} });
  const asSent = withFactsOfOutage(readTyped(sent));
  const areFilesTooLarge = context.get('areFilesDropped') ?? false;
  const shop = await shopOf(context, deps, asSent);
  const isKnown = shop !== null && shop.support.state !== 'unrecognised';
  if (!isKnown) {
    const areFilesLost = areFilesTooLarge || filesIn(sent).length > 0;
    const refusal = shop ? unknownShop() : { code: 'invalid-request' as const, fields: errorsOf(sent, asSent) };
    return answer(asSent, null, { ...refusal, areFilesLost, areFilesTooLarge });
  }
  const { files, faults, areTooMany } = await receiveFormFiles(context, deps, sent, asSent);
  const typed = { ...asSent, files };
  if (sent.get('step') === 'check' && faults.length === 0) return answerChecked(context, deps, typed, shop);
  const read = toRequest(typed);
  // What is down makes an outage one: without it, it would wait as every other ticket does.
  const isUnsaid = typed.topic === 'outage' && typed.facts.length === 0;
  if (!read.ok || isUnsaid || faults.length > 0 || areTooMany || areFilesTooLarge) {
    const fields: FieldErrors = {
      ...(!read.ok && read.errors),
      ...(areTooMany && { files: 'too-long' }),
      ...(isUnsaid && { facts: 'required' }),
    };
    const code = areFilesTooLarge ? 'too-large' : 'invalid-request';
    return answer(typed, shop, { code, fields, files: faults, areFilesLost: areFilesTooLarge, areFilesTooLarge });
  }
  const outcome = await openFromForm(context, deps, typed, read.request);
  if (outcome.outcome === 'refused') return answer(outcome.typed, shop, outcome.refusal);
  const { email } = read.request.contact;
  const drawReceipt = typed.topic === 'outage' ? receiptPage : formReceiptPage;
  return context.html(drawReceipt(await aroundOf(context, deps), outcome.receipt, email), 201, PAGE_HEADERS);
}

/** What was ticked before another topic was chosen is no outage. */
function withFactsOfOutage(typed: TypedTicket): TypedTicket {
  return typed.topic === 'outage' ? typed : { ...typed, facts: [] };
}

/** What is refused before or beside the form is answered with it, too. */
export function refuseWithPlainForm(deps: PageDeps): MiddlewareHandler<AppEnv> {
  return refuseAsPage((context, sent, refusal) => {
    const areFilesTooLarge = context.get('areFilesDropped') ?? false;
    const areFilesLost = areFilesTooLarge || (sent !== null && filesIn(sent).length > 0);
    const typed = sent ? readTyped(sent) : emptyTicket();
    return answerRefused(context, deps, { typed, shop: null, refusal: { ...refusal, areFilesLost } });
  });
}

async function answerChecked(
  context: Context,
  deps: PageDeps,
  typed: TypedTicket,
  shop: ShopStatus,
): Promise<Response> {
  return context.html(plainFormPage(await aroundOf(context, deps), typed, shop, null), 200, PAGE_HEADERS);
}

async function answerRefused(
  context: Context,
  deps: PageDeps,
  { typed, shop, refusal }: { typed: TypedTicket; shop: ShopStatus | null; refusal: Refusal },
): Promise<Response> {
  context.set('refusal', refusal.code);
  const page = plainFormPage(await aroundOf(context, deps), typed, shop, refusal);
  return context.html(page, PROBLEMS[refusal.code].status, PAGE_HEADERS);
}

/** How the shop stands that a form names; null where number or address cannot be one. */
async function shopOf(context: Context, deps: PageDeps, typed: TypedTicket): Promise<ShopStatus | null> {
  const named = { supportNumber: plainLine(typed.supportNumber), installUrl: plainLine(typed.installUrl) };
  const read = ShopStatusRequest.safeParse(named);
  if (!read.success) return null;
  const asked = { request: read.data, origin: null, caller: { kind: 'nobody' } as const };
  return readShopStatus(deps, { ...asked, language: readLanguage(context) });
}

/** What is wrong: of the first step number and address alone, as there was nothing else to fill in. */
function errorsOf(sent: FormData, typed: TypedTicket): FieldErrors {
  const read = toRequest(typed);
  if (read.ok) return {};
  const { supportNumber, installUrl, ...others } = read.errors;
  const ofShop = { ...(supportNumber && { supportNumber }), ...(installUrl && { installUrl }) };
  return sent.get('step') === 'check' ? ofShop : { ...ofShop, ...others };
}
