import type { DeskTicketList } from '../../contract/desk/list-tickets.ts';
import type { QueueFilters } from '../../contract/desk/read-queue.ts';
import type { Agent } from '../../identity/agent.ts';
import type { Store } from '../../store/open.ts';
import { newestTickets } from '../../store/queue.ts';
import { toQueueFilter } from './read-desk-queue.ts';
import { toQueueRows } from './to-queue-row.ts';

const PAGE = 50;

/**
 * All tickets, waiting or not, the newest first.
 * @param before the sequence of the last ticket of the previous page
 */
export async function listDeskTickets(
  db: Store,
  agent: Agent,
  filters: QueueFilters,
  before: number | null,
): Promise<DeskTicketList> {
  const rows = await newestTickets(db, { limit: PAGE + 1, filter: toQueueFilter(filters, agent) }, before);
  const page = rows.slice(0, PAGE);
  const tickets = await toQueueRows(db, agent.id, page);
  return { tickets, next: rows.length > PAGE ? String(page.at(-1)?.sequence) : null };
}
