import type { Context, MiddlewareHandler } from 'hono';
import { OUTAGE_FACTS } from '../../contract/lists.ts';
import { PROBLEMS } from '../../contract/problem.ts';
import { readLanguage } from '../http/read-language.ts';
import type { AppEnv } from '../http/request-log.ts';
import { emergencyPage, receiptPage } from './emergency-page.ts';
import { EMERGENCY_WORDS } from './emergency-words.ts';
import type { Refusal } from './form-parts.ts';
import { PAGE_HEADERS } from './page-frame.ts';
import { aroundOf, openFromForm, type PageDeps, readSentForm, refuseAsPage } from './sent-form.ts';
import { emptyTicket, readTyped, type TypedTicket, toRequest } from './typed-ticket.ts';

/** `GET /awaria`: the ways to us, also while the store cannot be read, and a form that needs no script. */
export async function answerEmergencyPage(context: Context, deps: PageDeps): Promise<Response> {
  return context.html(emergencyPage(await aroundOf(context, deps), emptyTicket(), null), 200, PAGE_HEADERS);
}

/** `POST /awaria`: opens the ticket that the form is; the same form again gets the same receipt. */
export async function answerEmergencyForm(context: Context, deps: PageDeps): Promise<Response> {
  const sent = await readSentForm(context);
  if (!sent) return answerRefused(context, deps, emptyTicket(), { code: 'unsupported-media-type', fields: {} });
  const typed = asOutage(context, readTyped(sent));
  const read = toRequest(typed);
  if (!read.ok || typed.facts.length === 0) {
    const errors = read.ok ? {} : read.errors;
    const fields = { ...errors, ...(typed.facts.length === 0 && { facts: 'required' as const }) };
    return answerRefused(context, deps, typed, { code: 'invalid-request', fields });
  }
  const outcome = await openFromForm(context, deps, typed, read.request);
  if (outcome.outcome === 'refused') return answerRefused(context, deps, outcome.typed, outcome.refusal);
  const { email } = read.request.contact;
  return context.html(receiptPage(await aroundOf(context, deps), outcome.receipt, email), 201, PAGE_HEADERS);
}

/** What is refused before or beside the form is answered with the page, too. */
export function refuseWithEmergencyForm(deps: PageDeps): MiddlewareHandler<AppEnv> {
  return refuseAsPage((context, sent, refusal) =>
    answerRefused(context, deps, sent ? readTyped(sent) : emptyTicket(), refusal),
  );
}

async function answerRefused(
  context: Context,
  deps: PageDeps,
  typed: TypedTicket,
  refusal: Refusal,
): Promise<Response> {
  context.set('refusal', refusal.code);
  const page = emergencyPage(await aroundOf(context, deps), typed, refusal);
  return context.html(page, PROBLEMS[refusal.code].status, PAGE_HEADERS);
}

/** Topic and subject of an outage: what was ticked, in the language of the page. Files this form does not take. */
function asOutage(context: Context, typed: TypedTicket): TypedTicket {
  const words = EMERGENCY_WORDS[readLanguage(context)];
  const ticked = OUTAGE_FACTS.filter((fact) => typed.facts.includes(fact));
  const subject = words.subject(ticked.map((fact) => words.facts[fact].toLowerCase()).join(', '));
  return { ...typed, topic: 'outage', subject, files: [] };
}
