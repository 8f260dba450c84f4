import { randomBytes } from 'node:crypto';
import { OUTAGE_FACTS, type OutageFact } from '../../contract/lists.ts';
import { plainLine } from '../../contract/plain-line.ts';
import type { FieldError } from '../../contract/problem.ts';
import { IDEMPOTENCY_KEY, TICKET_TOKEN } from '../../contract/shapes.ts';
import { OpenTicketRequest } from '../../contract/tickets/open-ticket-request.ts';
import { fieldErrors } from '../http/field-errors.ts';

/** The fields that a person fills in, as the form names them. */
export const FIELDS = ['supportNumber', 'installUrl', 'facts', 'description', 'email', 'phone'] as const;
export type Field = (typeof FIELDS)[number];

/** The form as it was sent, or as it is first shown: what was typed stays, whatever is wrong with it. */
export interface TypedOutage {
  supportNumber: string;
  installUrl: string;
  facts: OutageFact[];
  description: string;
  email: string;
  phone: string;
  /** its idempotency key: the form sent twice opens one ticket */
  key: string;
  /** the ticket's token. Nobody keeps it but the page it stands in. */
  token: string;
}

/** An empty form, with a key and a token of its own. */
export function emptyOutage(): TypedOutage {
  const typed = { supportNumber: '', installUrl: '', facts: [], description: '', email: '', phone: '' };
  return { ...typed, ...newKeys() };
}

/** A new key and token: for a form that was not sent yet, and for one whose key is used up. */
export function newKeys(): Pick<TypedOutage, 'key' | 'token'> {
  return { key: randomBytes(32).toString('base64url'), token: randomBytes(32).toString('base64url') };
}

/** Reads what a browser sent, urlencoded. A key or token that is none of ours is made anew. Browsers send CRLF for a new line. */
export function readOutage(body: string): TypedOutage {
  const sent = new URLSearchParams(body);
  const field = (name: string) => (sent.get(name) ?? '').replaceAll('\r\n', '\n');
  const ticked = sent.getAll('facts');
  const typed = {
    supportNumber: field('supportNumber'),
    installUrl: field('installUrl'),
    facts: OUTAGE_FACTS.filter((fact) => ticked.includes(fact)),
    description: field('description'),
    email: field('email'),
    phone: field('phone'),
  };
  const [key, token] = [field('key'), field('token')];
  const isOurs = IDEMPOTENCY_KEY.test(key) && TICKET_TOKEN.test(token);
  return { ...typed, ...(isOurs ? { key, token } : newKeys()) };
}

/** Where an error of the request belongs in the form. */
const FIELD_OF: Record<string, Field> = {
  supportNumber: 'supportNumber',
  installUrl: 'installUrl',
  outage: 'facts',
  description: 'description',
  'contact.email': 'email',
  'contact.phone': 'phone',
};

/** What is wrong with a field. */
export type FieldErrors = Partial<Record<Field, FieldError['code']>>;

/**
 * The ticket that a form is, or what is wrong with it, a field at a time.
 * @param subject of the facts that were ticked, in the language of the page
 */
export function toRequest(
  typed: TypedOutage,
  subject: (facts: readonly OutageFact[]) => string,
): { ok: true; request: OpenTicketRequest } | { ok: false; errors: FieldErrors } {
  const phone = plainLine(typed.phone);
  const read = OpenTicketRequest.safeParse(
    {
      supportNumber: plainLine(typed.supportNumber),
      installUrl: plainLine(typed.installUrl),
      topic: 'outage',
      subject: subject(typed.facts),
      description: typed.description,
      contact: { email: plainLine(typed.email), ...(phone && { phone }) },
      outage: { facts: typed.facts },
      ticketToken: typed.token,
    },
    { reportInput: true },
  );
  const errors: FieldErrors = {};
  if (typed.facts.length === 0) errors.facts = 'required';
  for (const { path, code } of read.success ? [] : fieldErrors(read.error)) {
    const field = FIELD_OF[path];
    if (field) errors[field] ??= isEmpty(typed, field) ? 'required' : code;
  }
  return read.success && !errors.facts ? { ok: true, request: read.data } : { ok: false, errors };
}

function isEmpty(typed: TypedOutage, field: Field): boolean {
  return field !== 'facts' && typed[field].trim() === '';
}
