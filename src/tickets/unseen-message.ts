import { lastCustomerPosition } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';

/** Whether the customer wrote something after the first `seen` messages; without a number, nothing counts as unseen. */
export async function hasUnseenMessage(
  transaction: Store,
  { number }: TicketRow,
  seenMessages: number | undefined,
): Promise<boolean> {
  return seenMessages !== undefined && (await lastCustomerPosition(transaction, number)) > seenMessages;
}
