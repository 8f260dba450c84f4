import { randomBytes } from 'node:crypto';
import { ATTACHMENTS } from '../../contract/files/attachment-limits.ts';
import { OUTAGE_FIELD_OF, type OutageField } from '../../contract/help/outage-form.ts';
import { OUTAGE_FACTS, type OutageFact, TOPICS, type Topic } from '../../contract/lists.ts';
import { plainLine } from '../../contract/plain-line.ts';
import type { FieldErrorCode } from '../../contract/problem.ts';
import { IDEMPOTENCY_KEY, TICKET_TOKEN, UPLOAD_ID } from '../../contract/shapes.ts';
import { OpenTicketRequest } from '../../contract/tickets/open-ticket-request.ts';
import { fieldErrors } from '../http/field-errors.ts';

/** The fields that a person fills in, as forms of ours without a script name them. No form has all of them. */
export type Field = OutageField | 'files' | 'subject' | 'topic';

/** A file that came with an earlier sending of the form, and waits for its ticket. */
export interface KeptFile {
  /** of its upload */
  id: string;
  name: string;
}

/** A form as it was sent, or as it is first shown: what was typed stays, whatever is wrong with it. */
export interface TypedTicket {
  supportNumber: string;
  installUrl: string;
  topic: Topic | '';
  subject: string;
  facts: OutageFact[];
  description: string;
  email: string;
  phone: string;
  files: readonly KeptFile[];
  /** its idempotency key: the form sent twice opens one ticket */
  key: string;
  /** the ticket's token. Nobody keeps it but the page it stands in. */
  token: string;
}

/** An empty form, with a key and a token of its own. */
export function emptyTicket(): TypedTicket {
  return readTyped(new FormData());
}

/** A new key and token: for a form that was not sent yet, and for one whose key is used up. */
export function newKeys(): Pick<TypedTicket, 'key' | 'token'> {
  return { key: randomBytes(32).toString('base64url'), token: randomBytes(32).toString('base64url') };
}

/** Reads what a browser sent. A key or token that is none of ours is made anew. Browsers send CRLF for a new line. */
export function readTyped(sent: FormData): TypedTicket {
  const all = (name: string) => sent.getAll(name).filter((value) => typeof value === 'string');
  const field = (name: string) => (all(name)[0] ?? '').replaceAll('\r\n', '\n');
  const ticked = all('facts');
  const [key, token] = [field('key'), field('token')];
  const isOurs = IDEMPOTENCY_KEY.test(key) && TICKET_TOKEN.test(token);
  return {
    supportNumber: field('supportNumber'),
    installUrl: field('installUrl'),
    topic: TOPICS.find((topic) => topic === field('topic')) ?? '',
    subject: field('subject'),
    facts: OUTAGE_FACTS.filter((fact) => ticked.includes(fact)),
    description: field('description'),
    email: field('email'),
    phone: field('phone'),
    files: isOurs ? all('kept').flatMap(toKeptFile).slice(0, ATTACHMENTS.perMessage) : [],
    ...(isOurs ? { key, token } : newKeys()),
  };
}

/** A kept file as the form carries it: its id and its name, which is shown and used for nothing else. */
export function fromKeptFile({ id, name }: KeptFile): string {
  return `${id} ${name}`;
}

function toKeptFile(value: string): KeptFile[] {
  const [id = ''] = value.split(' ', 1);
  return UPLOAD_ID.test(id) ? [{ id, name: value.slice(id.length + 1) }] : [];
}

/** Where an error of the request belongs in a form. */
const FIELD_OF: Record<string, Field> = { ...OUTAGE_FIELD_OF, subject: 'subject', topic: 'topic' };

/** What is wrong with a field. */
export type FieldErrors = Partial<Record<Field, FieldErrorCode>>;

/** The ticket that a form is, or what is wrong with it, a field at a time. */
export function toRequest(
  typed: TypedTicket,
): { ok: true; request: OpenTicketRequest } | { ok: false; errors: FieldErrors } {
  const phone = plainLine(typed.phone);
  const read = OpenTicketRequest.safeParse(
    {
      supportNumber: plainLine(typed.supportNumber),
      installUrl: plainLine(typed.installUrl),
      topic: typed.topic,
      subject: typed.subject.trim(),
      description: typed.description,
      contact: { email: plainLine(typed.email), ...(phone && { phone }) },
      ...(typed.facts.length > 0 && { outage: { facts: typed.facts } }),
      ...(typed.files.length > 0 && { attachments: typed.files.map(({ id }) => id) }),
      ticketToken: typed.token,
    },
    { reportInput: true },
  );
  if (read.success) return { ok: true, request: read.data };
  const errors: FieldErrors = {};
  for (const { path, code } of fieldErrors(read.error)) {
    const field = path.startsWith('attachments') ? 'files' : FIELD_OF[path];
    if (field) errors[field] ??= isEmpty(typed, field) ? 'required' : code;
  }
  return { ok: false, errors };
}

function isEmpty(typed: TypedTicket, field: Field): boolean {
  const value = typed[field];
  return typeof value === 'string' && value.trim() === '';
}
