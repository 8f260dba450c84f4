import type { Store } from '../store/open.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';

/** The columns of the ticket that goes on which take something over from the merged one. */
export const TAKEN_OVER = [
  'proof',
  'proof_alone',
  'queue_outage',
  'queue_unproven',
  'queue_channel_rank',
  'promised',
  'without_support',
  'outage_facts',
  'notice_id',
  'linked_at',
  'solution_mark',
  'assignee_id',
] as const;

/** The columns of a ticket that a merge changes. */
const CHANGED = [
  ...TAKEN_OVER,
  'status',
  'waiting_since',
  'closed_at',
  'snoozed_until',
  'follow_up_at',
  'message_count',
  'customer_seen',
  'agent_seen',
] as const;

/** A ticket before a merge, or after it. */
export type TicketState = Pick<TicketRow, (typeof CHANGED)[number]>;

/** What undoing a merge needs: both tickets as they were, the one that goes on as it became, and what came along. */
export interface BeforeMerge {
  from: TicketState;
  into: TicketState;
  merged: TicketState;
  /** the merged ticket, and those that were merged into it before */
  parts: Pick<TicketRow, 'number' | 'person' | 'customer_seen'>[];
  /** the tags that came along, as they are compared; missing of merges from before there were tags */
  tags?: string[];
}

/** The state of a stored ticket. */
export function ticketState(ticket: TicketRow): TicketState {
  return Object.fromEntries(CHANGED.map((name) => [name, ticket[name]])) as TicketState;
}

/** The state that a ticket has now. */
export async function stateNow(transaction: Store, number: string): Promise<TicketState> {
  const ticket = await findTicket(transaction, number);
  if (!ticket) throw new Error('A ticket whose lock is held is gone');
  return ticketState(ticket);
}
