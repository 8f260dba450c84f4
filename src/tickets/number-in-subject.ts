import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { resolveMerged } from './resolve-merged.ts';

/**
 * The ticket of the same shop that the subject of a ticket from a letter names, as our letters do: `[1000031]`. A number
 * can be guessed, so it joins nothing by itself; an agent may merge them. Null for none, or where they cannot be merged.
 */
export async function numberInSubject(
  db: Store,
  { channel, subject, number, shop_id }: TicketRow,
): Promise<string | null> {
  if (channel !== 'email') return null;
  const named = /\[(\d{7,12})\]/.exec(subject)?.[1];
  const other = named && isTicketNumber(named) ? await resolveMerged(db, named) : null;
  if (!other || other.number === number || other.shop_id !== shop_id || other.status === 'closed') return null;
  return other.number;
}
