import { type OutboxEntry, sendable, toOutboxEntry } from '../../browser/outbox-entry.ts';
import { randomId } from '../../browser/random-id.ts';
import type { OutageFact } from '../../src/contract/lists.ts';
import { plainLine, plainName } from '../../src/contract/plain-line.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import { asksForFacts, type Draft, type Voucher } from './draft.ts';

/** A ticket being sent. */
export interface TicketEntry extends OutboxEntry<Draft> {
  /** the ticket token: 256 random bits that open the ticket to their holder */
  token: string;
  directory: string;
  /** bodies sent under the same key before the text was changed */
  earlier: string[];
}

/** The body of `POST /tickets`. Its topic comes from the service's list, which may be newer than this build. */
type TicketBody = Omit<OpenTicketRequest, 'topic'> & { topic: string };

/** A ticket that was opened from this browser. */
export interface FollowedTicket {
  receipt: TicketReceipt;
  token: string;
  subject: string;
  directory: string;
  /** false until the owner has dismissed the receipt */
  isSeen: boolean;
  /** true once it was closed, or its token expired: it is not polled for replies */
  isOver?: boolean;
  /** of one that reports an outage, what was ticked as down; earlier builds kept none */
  facts?: OutageFact[] | undefined;
  /** the key of the newest message that this browser wrote in it, which nobody else knows; earlier builds kept none */
  written?: string;
}

/** The shop of a request: both are required (R5). */
export interface Identity {
  supportNumber: string;
  installUrl: string;
}

/**
 * Freezes a draft into an entry: with a new key or, if it may have arrived already, with the earlier one. Its files get
 * their upload ids.
 * @param isFromOtherShop whether the person was told that the page is another shop's, and sends it all the same
 * @param voucher an earlier ticket of this browser, if it has one
 */
export function toTicketEntry(
  draft: Draft,
  identity: Identity,
  panelPath: string,
  now: number,
  isFromOtherShop = false,
  voucher?: Voucher,
): TicketEntry {
  const { key, token, bodies, vouchedBy } = draft.earlier ?? {
    key: randomId(16),
    token: randomId(32),
    bodies: [],
    vouchedBy: voucher,
  };
  const facts = asksForFacts(draft.topic) ? draft.facts : [];
  const phone = plainLine(sendable(draft.phone));
  const name = plainName(sendable(draft.name ?? ''));
  const diagnostics = draft.diagnostics.flatMap(({ isOn, key, text }) => (isOn ? [[key, text]] : []));
  const request: TicketBody = {
    supportNumber: identity.supportNumber,
    installUrl: identity.installUrl,
    topic: draft.topic,
    subject: draft.subject,
    description: draft.description,
    contact: { email: draft.email, ...(name && { name }), ...(facts.length > 0 && phone && { phone }) },
    ...(facts.length > 0 && { outage: { facts } }),
    ...(draft.files[0] && { attachments: draft.files.map(() => randomId(16)) }),
    ...(diagnostics[0] && { diagnostics: Object.fromEntries(diagnostics) }),
    ...draft.about,
    ...(isFromOtherShop && { fromOtherShop: true }),
    ...(vouchedBy && { vouchedBy }),
    ticketToken: token,
  };
  const entry = toOutboxEntry(request, draft, now);
  return { ...entry, key, token, directory: panelPath, earlier: bodies.filter((other) => other !== entry.body) };
}

/** The draft of an entry, to be changed: with the key under which it may have arrived. */
export function toDraft({ key, token, body, draft, earlier }: TicketEntry): Draft {
  const { vouchedBy }: TicketBody = JSON.parse(body);
  return { ...draft, earlier: { key, token, bodies: [...earlier, body], vouchedBy } };
}

/** Whether a ticket reports an outage, which may be over by the time it is sent. */
export function isOutage({ draft }: TicketEntry): boolean {
  return asksForFacts(draft.topic) && draft.facts.length > 0;
}
