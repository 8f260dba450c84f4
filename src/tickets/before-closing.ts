import type { CloseReason } from '../contract/lists.ts';
import type { InstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { answeredAt } from '../store/senders.ts';
import type { TicketRow } from '../store/tickets.ts';
import { heldFiles } from '../store/uploads.ts';

/** What closing takes from a ticket: its undoing gives that back. */
export interface BeforeClosing {
  number: string;
  status: TicketRow['status'];
  waitingSince: InstantText | null;
  /** by when we said that we write again; closings of before there was such a time lack it */
  followUpAt?: InstantText | null;
  /** only of abuse, which takes more */
  abuse?: { answeredAt: InstantText | null; files: string[] };
}

/** What a locked ticket is before it is closed. */
export async function beforeClosing(
  transaction: Store,
  { number, status, waiting_since, follow_up_at }: TicketRow,
  reason: CloseReason,
): Promise<BeforeClosing> {
  const before = { number, status, waitingSince: waiting_since, followUpAt: follow_up_at };
  if (reason !== 'abuse') return before;
  const files = (await heldFiles(transaction, number)).map(({ id }) => id);
  return { ...before, abuse: { answeredAt: await answeredAt(transaction, number), files } };
}
