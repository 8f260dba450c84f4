import { ownerOf, ownerOfAgent, takeUploads, type UnknownUpload } from '../attachments/claim-uploads.ts';
import type { ReplyStatus, TicketStatus } from '../contract/lists.ts';
import type { Message } from '../contract/tickets/message.ts';
import type { Caller } from '../identity/caller.ts';
import { followUpAt } from '../policy/follow-up.ts';
import type { OpeningHours } from '../policy/opening-hours.ts';
import { isThanks } from '../policy/thanks.ts';
import { afterCustomerMessage, afterCustomerMove, afterReply, fitsThread } from '../policy/thread.ts';
import { toPublicInstant } from '../store/instants.ts';
import { textLength } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { appendMove } from './change-status.ts';
import { copiesOfReply } from './copies-of-reply.ts';
import type { OpenedTicket } from './find-ticket-for.ts';
import { holdIfNobodys } from './hold-if-nobodys.ts';
import type { Done, KeyReused, NotFound } from './idempotently.ts';
import { raiseAgents } from './mark-seen.ts';
import { noteHelped } from './note-helped.ts';
import { isAtHome, messageId, openedThread } from './opened-thread.ts';
import { placeColumns, placeOfWordIn } from './place-columns.ts';
import { toThreadState } from './thread-columns.ts';
import { onceForAgent } from './with-ticket-for-agent.ts';
import { withTicketForCustomer } from './with-ticket-for-customer.ts';
import type { CameBy } from './write-message.ts';
import { writeReply } from './write-reply.ts';

/** Who writes in a ticket. */
export type Speaker =
  /** a customer, with what proves that the ticket is theirs: its token, or a session of their shop */
  | { side: 'customer'; caller: Caller }
  | {
      side: 'agent';
      /** for the audit trail: `operator`, or an agent's id */
      actor: string;
      /** the name the customer sees, if any */
      author: string | null;
      /** the status that the reply leaves the ticket in */
      status: ReplyStatus;
      /** how many messages of the thread they have seen */
      seenMessages: number;
      /** whether those get a copy whom `copiesOfReply` names */
      hasCopies?: boolean;
      /** by when the reply says that we write again, as it was asked for, and when somebody is there to write */
      writesAgain?: { asked: Temporal.Instant; hours: readonly OpeningHours[] };
    };

/** What somebody writes in a ticket, whichever way it came: every channel makes one of what it received. */
export interface Reply {
  number: string;
  idempotencyKey: string;
  speaker: Speaker;
  text: string;
  /** ids of uploads */
  attachments?: readonly string[] | undefined;
  /** of a customer's: that the ticket is solved with it; without that it opens one that was over */
  status?: 'solved' | undefined;
  /** what it carries when it came by e-mail, or from the page of a mailed link */
  cameBy?: CameBy;
}

/** Why a reply was not stored. */
export type NotReplied =
  | KeyReused
  | NotFound
  | UnknownUpload
  /**
   * `thread-full`: the thread has reached its greatest length; the customer can open a new ticket. `newer-message`: the
   * customer wrote meanwhile, and this would look like a reply to that too; or a colleague was faster. `follow-up-unfit`: a
   * time to write again that is past, or too far
   */
  | { outcome: 'refused'; code: 'thread-full' | 'newer-message' | 'follow-up-unfit' };

/**
 * Writes a reply once per idempotency key. Every channel ends here. A customer's opens a ticket that was over and starts
 * the promise if it did not run; an agent's is seen by the customer, and nothing is owed any more; a
 * ticket that nobody held is held by who replied.
 * @returns the stored response: a customer's message, or the number and status after an agent's reply
 */
export async function reply(deps: StoreAndClock, written: Reply): Promise<Done | NotReplied> {
  const { number, idempotencyKey, speaker, text, attachments = [] } = written;
  if (speaker.side === 'customer') {
    const action = { number, idempotencyKey, caller: speaker.caller };
    const request = { text, attachments: written.attachments, status: written.status };
    return withTicketForCustomer<Exclude<NotReplied, NotFound>>(deps, action, request, (...opened) =>
      writeCustomers(...opened, written, speaker.caller),
    );
  }
  const { side: _, actor, author, status, seenMessages, hasCopies = false, writesAgain } = speaker;
  // One without copies, files and such a time is the same as before there were any: it may be sent again after an upgrade.
  const request = {
    text,
    status,
    seenMessages,
    ...(hasCopies && { hasCopies }),
    ...(attachments.length > 0 && { attachments }),
    ...(writesAgain && { followUpAt: writesAgain.asked.toString() }),
  };
  return onceForAgent<NotReplied>(
    deps,
    { number, actor },
    idempotencyKey,
    request,
    async (transaction, ticket, now) => {
      if (ticket.message_count > seenMessages) return { outcome: 'refused', code: 'newer-message' };
      const at = writesAgain ? followUpAt(writesAgain.asked, writesAgain.hours, now) : null;
      if (typeof at === 'string') return { outcome: 'refused', code: 'follow-up-unfit' };
      const by = { sender: 'agent', actor, author } as const;
      const copiedTo = hasCopies ? await copiesOfReply(transaction, ticket) : [];
      await takeUploads(transaction, attachments);
      const owners = [ownerOfAgent(actor)];
      const writing = { by, text, attachments, owners, after: afterReply(status, at), isSeen: true, copiedTo };
      const message = await writeReply(transaction, ticket, writing, now);
      if ('outcome' in message) return message;
      await holdIfNobodys(transaction, ticket, actor, now);
      const messages = ticket.message_count + 1;
      await raiseAgents(transaction, { number: ticket.number, message_count: messages }, actor, messages);
      return { number, status, followUpAt: at && toPublicInstant(at) };
    },
  );
}

/** In these statuses a bare thanks asks for nothing: we have answered, and promised nothing more. */
const THANKED_FOR: readonly TicketStatus[] = ['waiting-for-customer', 'solved', 'closed'];

async function writeCustomers(
  transaction: Store,
  opened: OpenedTicket,
  now: Temporal.Instant,
  { text, attachments = [], status, cameBy }: Reply,
  caller: Caller,
): Promise<Message | NotReplied> {
  const { ticket, own } = opened;
  const characters = (await textLength(transaction, ticket.number)) + text.length;
  if (!fitsThread({ messages: ticket.message_count + 1, characters }))
    return { outcome: 'refused', code: 'thread-full' };
  // Whose ticket was merged into somebody else's solves nothing there.
  const isSolved = status === 'solved' && isAtHome(opened);
  const written = afterCustomerMessage(toThreadState(ticket), now);
  const after = (isSolved && afterCustomerMove(written, 'solved', now)) || written;
  await takeUploads(transaction, attachments);
  const place = await placeOfWordIn(transaction, ticket, now);
  const writing = {
    by: { sender: 'customer', actor: 'customer', author: own.contact_name },
    text,
    attachments,
    // With a session too: the file may have been sent with the ticket's token before the session began.
    owners: [...ownerOf(caller), `token:${own.token_hash}`],
    after,
    changes: isSolved ? await noteHelped(transaction, ticket, after.status, now) : {},
    isSeen: false,
    isThanks:
      !isSolved &&
      THANKED_FOR.includes(ticket.status) &&
      isThanks({ text, files: attachments.length, name: own.contact_name }),
    place: after.waitingSince && place && placeColumns(place),
    sentUnder: own.number === ticket.number ? null : own.number,
    ...(cameBy && { cameBy }),
  } as const;
  const message = await writeReply(transaction, ticket, writing, now);
  if ('outcome' in message) return message;
  if (isSolved && ticket.status !== after.status) await appendMove(transaction, ticket, after.status, now);
  if (opened.view === 'whole') return message;
  const thread = await openedThread(transaction, opened);
  return { ...message, id: thread.map((one, index) => messageId(opened, one, index + 1)).at(-1) ?? message.id };
}
