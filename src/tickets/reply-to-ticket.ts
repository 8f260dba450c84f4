import type { ReplyStatus } from '../contract/lists.ts';
import { afterReply } from '../policy/thread.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { type Done, idempotently, type KeyReused } from './idempotently.ts';
import { lockTicket } from './resolve-merged.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';
import { writeReply } from './write-reply.ts';

/** The text of a reply, and the status that it sets. */
export interface Reply {
  text: string;
  status: ReplyStatus;
  /** how many messages of the thread the author has seen; all of them when missing */
  seenMessages?: number;
}

/** The outcome of a reply. */
export type Replied =
  | { outcome: 'replied' }
  | { outcome: 'not-found' }
  /** the customer wrote meanwhile, and this would look like a reply to that too; or a colleague was faster */
  | { outcome: 'newer-message' };

/** Why a reply was not stored. */
export interface ReplyRefused {
  outcome: 'refused';
  code: 'not-found' | 'newer-message';
}

/**
 * Replies to a ticket once per idempotency key: an agent whose network broke may press again.
 * @returns the stored response; refusals store nothing
 */
export async function replyToTicketOnce(
  deps: StoreAndClock,
  action: AgentAction,
  key: string,
  reply: Reply,
): Promise<Done | KeyReused | ReplyRefused> {
  const { number } = action;
  return idempotently<ReplyRefused>(deps, key, { number, actor: action.actor, ...reply }, async (transaction, now) => {
    const ticket = await lockTicket(transaction, number);
    if (!ticket) return { outcome: 'refused', code: 'not-found' };
    const replied = await replyToSeen(transaction, ticket, action, reply, now);
    if (replied.outcome !== 'replied') return { outcome: 'refused', code: 'newer-message' };
    return { number, answer: { number, status: reply.status } };
  });
}

/** Replies to a ticket: the customer sees the text, and nothing is owed any more. */
export async function replyToTicket(deps: StoreAndClock, action: AgentAction, reply: Reply): Promise<Replied> {
  const replied = await withTicketForAgent(deps, action, (transaction, ticket, now) =>
    replyToSeen(transaction, ticket, action, reply, now),
  );
  return replied ?? { outcome: 'not-found' };
}

/**
 * Replies unless a message came meanwhile: the customer's would stay unread, and a colleague's reply would be repeated.
 */
async function replyToSeen(
  transaction: Store,
  ticket: TicketRow,
  action: AgentAction,
  { text, status, seenMessages }: Reply,
  now: Temporal.Instant,
): Promise<Replied> {
  if (ticket.message_count > (seenMessages ?? ticket.message_count)) return { outcome: 'newer-message' };
  await writeReply(transaction, ticket, action, { text, after: afterReply(status), isSeen: true }, now);
  return { outcome: 'replied' };
}
