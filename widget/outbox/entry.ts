import { randomId } from '../../browser/random-id.ts';
import { toJson } from '../../browser/to-json.ts';
import { CONTROL_CHARACTERS } from '../../src/contract/shapes.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import { asksForFacts, type Draft } from './draft.ts';

/** A ticket on its way: frozen, so that sending it again is sending the same. */
export interface Entry {
  /** the `Idempotency-Key`: 128 random bits */
  key: string;
  /** the ticket token: 256 random bits; whoever has it may read the ticket */
  token: string;
  /** the request's body, byte for byte */
  body: string;
  /** what it was made of, to give back if it is refused */
  draft: Draft;
  directory: string;
  /** milliseconds since 1970 */
  createdAt: number;
  /** bodies that were sent under the same key before the text was changed */
  earlier: string[];
}

/** A ticket that was opened from this browser. */
export interface FollowedTicket {
  receipt: TicketReceipt;
  token: string;
  subject: string;
  directory: string;
  /** false until the owner has gone on from the receipt */
  isSeen: boolean;
  /** true once it was closed, or its token died: answers to it are not looked for */
  isOver?: boolean;
}

/** What the rules want in every request (R5). */
export interface Identity {
  supportNumber: string;
  installUrl: string;
}

/**
 * Freezes a draft into an entry: with a key of its own or, if it may have arrived once already, with that one. Its files
 * get the names under which they will be uploaded.
 */
export function freeze(draft: Draft, identity: Identity, directory: string, now: number): Entry {
  const { key, token, bodies } = draft.earlier ?? { key: randomId(16), token: randomId(32), bodies: [] };
  const facts = asksForFacts(draft.topic) ? draft.facts : [];
  const phone = sendable(draft.phone).trim();
  const diagnostics = draft.diagnostics.flatMap(({ isOn, key, text }) => (isOn ? [[key, text]] : []));
  const request: OpenTicketRequest = {
    supportNumber: identity.supportNumber,
    installUrl: identity.installUrl,
    topic: draft.topic as OpenTicketRequest['topic'],
    subject: sendable(draft.subject),
    description: sendable(draft.description),
    contact: { email: draft.email.trim(), ...(facts.length > 0 && phone && { phone }) },
    ...(facts.length > 0 && { outage: { facts } }),
    ...(draft.files[0] && { attachments: draft.files.map(() => randomId(16)) }),
    ...(diagnostics[0] && { diagnostics: Object.fromEntries(diagnostics) }),
    ...draft.about,
    ticketToken: token,
  };
  const body = toJson(request);
  const earlier = bodies.filter((other) => other !== body);
  return { key, token, body, draft, directory, createdAt: now, earlier };
}

/** An entry's text, to be changed: with the key that it may have arrived under. */
export function thaw({ key, token, body, draft, earlier }: Entry): Draft {
  return { ...draft, earlier: { key, token, bodies: [...earlier, body] } };
}

/** Pasting can bring what no keyboard types and the service refuses: control characters and halves of characters. */
function sendable(text: string): string {
  return text.replace(CONTROL_CHARACTERS, '').toWellFormed();
}

const ASK_AFTER_HOURS = 24;

/** Whether an entry must not go without asking: after a day it may be settled, and an outage may be over. */
export function mustAsk(entry: Entry, now: number): boolean {
  const isOutage = asksForFacts(entry.draft.topic) && entry.draft.facts.length > 0;
  return isOutage || now - entry.createdAt > ASK_AFTER_HOURS * 3_600_000;
}
