import type { DeskTicketList, TicketsQuery } from '../../contract/desk/list-tickets.ts';
import type { TicketSort } from '../../contract/lists.ts';
import type { Agent } from '../../identity/agent.ts';
import type { Store } from '../../store/open.ts';
import { LIST_ORDERS, type ListEnd, listedTickets, type QueuedTicket } from '../../store/queue.ts';
import { toQueueFilter } from './read-desk-queue.ts';
import { toQueueRows } from './to-queue-row.ts';

const PAGE = 50;

/** The end of a page, as `writeListEnd` writes it. */
const LIST_END = /^(?:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~)?(\d{1,9})$/;

/**
 * All tickets, waiting or not, the newest first or in the order that is asked for.
 * @param after the end of the previous page; null for the first one
 */
export async function listDeskTickets(
  db: Store,
  agent: Agent,
  { sort = 'newest', ...filters }: TicketsQuery,
  after: ListEnd | null,
): Promise<DeskTicketList> {
  const rows = await listedTickets(db, { limit: PAGE + 1, filter: toQueueFilter(filters, agent) }, sort, after);
  const page = rows.slice(0, PAGE);
  const tickets = await toQueueRows(db, agent.id, page);
  const last = page.at(-1);
  return { tickets, next: rows.length > PAGE && last ? writeListEnd(last, sort) : null };
}

function writeListEnd(last: QueuedTicket, sort: TicketSort): string {
  const { by } = LIST_ORDERS[sort];
  return by ? `${last[by]}~${last.sequence}` : `${last.sequence}`;
}

/** Decodes the cursor of an order; null for one that is none, or of another order. */
export function readListEnd(cursor: string, sort: TicketSort = 'newest'): ListEnd | null {
  const [, at = null, sequence] = LIST_END.exec(cursor) ?? [];
  const isOfOrder = (at !== null) === (LIST_ORDERS[sort].by !== null);
  return sequence && isOfOrder ? { at, sequence: Number(sequence) } : null;
}
