import type { UnknownUpload } from '../attachments/claim-uploads.ts';
import type { Message } from '../contract/tickets/message.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ThreadState } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { updateAnswered } from '../store/senders.ts';
import type { TicketRow } from '../store/tickets.ts';
import type { PlaceColumns } from './place-columns.ts';
import { updateThread } from './update-thread.ts';
import { type CameBy, type Writing, writeMessage } from './write-message.ts';

/** A reply to be written. */
export interface ReplyWriting extends Pick<Writing, 'text'>, Partial<Pick<Writing, 'attachments' | 'owners'>> {
  /** who writes it, for the thread, and for the audit trail */
  by: { sender: 'customer' | 'agent'; author: string | null; actor: string };
  /** the state of the thread afterwards */
  after: ThreadState;
  /** whether all messages count as seen by an agent */
  isSeen: boolean;
  /** the merged ticket whose token it is sent with */
  sentUnder?: string | null;
  /** what it carries when it came by e-mail, or from the page of a mailed link */
  cameBy?: CameBy;
  /** of a reply of ours: addresses that get a copy */
  copiedTo?: readonly string[];
  /** what a customer's word gets, where that is not what the ticket has */
  place?: PlaceColumns | null;
  /** the id of the incident whose solution it is */
  incidentId?: number;
  /** whether the customer says thanks and nothing else */
  isThanks?: boolean;
  /** other changes of the ticket */
  changes?: Partial<Pick<TicketRow, 'helped'>>;
}

/** Writes a reply into a ticket whose lock is held, with its event; or returns the file that cannot be claimed. */
export async function writeReply(
  transaction: Store,
  ticket: TicketRow,
  {
    by: { sender, author, actor },
    text,
    attachments = [],
    owners = [],
    after,
    isSeen,
    sentUnder = null,
    cameBy,
    copiedTo = [],
    place = null,
    incidentId,
    isThanks = false,
    changes = {},
  }: ReplyWriting,
  now: Temporal.Instant,
): Promise<Message | UnknownUpload> {
  const position = ticket.message_count + 1;
  const { number: ticketNumber, shop_id: shopId } = ticket;
  const message = {
    ticketNumber,
    shopId,
    sender,
    author,
    text,
    position,
    attachments,
    owners,
    sentUnder,
    copiedTo,
    ...(cameBy && { cameBy }),
  };
  const written = await writeMessage(transaction, message, now);
  if ('outcome' in written) return written;
  await updateThread(transaction, ticket, after, now, {
    // A customer ends their own wait by calling the ticket solved.
    endedBy: sender === 'agent' ? 'answer' : 'move',
    changes: {
      message_count: position,
      ...changes,
      ...place,
      ...(isSeen && { agent_seen: position }),
    },
    // What leaves the customer's words unanswered does not do what we said, either.
    ...(sender === 'agent' && after.waitingSince === null && { repliedBy: actor }),
    isThanks,
  });
  const event = { at: toInstantText(now), actor, ticketNumber };
  if (sender === 'customer') {
    const details = { position, files: written.attachments.length };
    await appendEvent(transaction, { ...event, action: 'ticket.message', details });
  } else {
    const about = incidentId !== undefined && { notice: incidentId };
    const files = written.attachments.length;
    const said = after.followUpAt && { followUpAt: toInstantText(after.followUpAt) };
    const details = { position, ...(files > 0 && { files }), from: ticket.status, to: after.status, ...said, ...about };
    await appendEvent(transaction, { ...event, action: 'ticket.answered', details });
    // A solution goes to whoever named the incident: nobody looked at who that was.
    if (incidentId === undefined) await updateAnswered(transaction, ticketNumber, toInstantText(now));
  }
  return written;
}
