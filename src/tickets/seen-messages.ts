import { lastCustomerPosition } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import type { AgentAction } from './with-ticket-for-agent.ts';

/**
 * How many messages of a thread an agent has seen. A request with the number of a merged ticket comes from a page of
 * that ticket, whose messages have other positions now: none counts as seen. A desk that has read the merged thread
 * uses its number.
 */
export function seenByAgent({ number }: TicketRow, action: AgentAction, seenMessages: number): number {
  return action.number === number ? seenMessages : 0;
}

/** Whether the customer wrote something after the first `seen` messages; without a number, nothing counts as unseen. */
export async function hasUnseenMessage(
  transaction: Store,
  { number }: TicketRow,
  seenMessages: number | undefined,
): Promise<boolean> {
  return seenMessages !== undefined && (await lastCustomerPosition(transaction, number)) > seenMessages;
}
