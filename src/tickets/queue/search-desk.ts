import type { Found } from '../../contract/desk/search.ts';
import { EMAIL } from '../../contract/shapes.ts';
import { isTicketNumber } from '../../contract/tickets/ticket-number.ts';
import type { Agent } from '../../identity/agent.ts';
import { foundBy } from '../../shops/found-by.ts';
import { toInstantText } from '../../store/instants.ts';
import type { Store } from '../../store/open.ts';
import { queuedTickets } from '../../store/queue.ts';
import { shopsWithWords, ticketsFrom, ticketsWithWords } from '../../store/search.ts';
import { resolveMerged } from '../resolve-merged.ts';
import { toQueueRows } from './to-queue-row.ts';

const MOST_TICKETS = 50;
const MOST_SHOPS = 10;

/** Tickets and shops found by an agent's query; its shape (number, address, words) decides the kind of search. */
export async function searchDesk(db: Store, agent: Agent, asked: string, now: Temporal.Instant): Promise<Found> {
  const typed = asked.trim();
  const numbers = await ticketNumbers(db, typed);
  const rows = new Map((await queuedTickets(db, numbers)).map((row) => [row.number, row]));
  const at = toInstantText(now);
  const shops = await shopsWithWords(db, typed, MOST_SHOPS, at);
  const by = await foundBy(db, shops, typed, at);
  return {
    tickets: await toQueueRows(
      db,
      agent.id,
      numbers.flatMap((number) => rows.get(number) ?? []),
    ),
    shops: shops.map(({ id, shop_name, support_number, install_url }) => ({
      id,
      name: shop_name,
      supportNumber: support_number,
      installUrl: install_url,
      foundBy: by.get(id) ?? null,
    })),
  };
}

async function ticketNumbers(db: Store, typed: string): Promise<string[]> {
  if (isTicketNumber(typed)) {
    const ticket = await resolveMerged(db, typed);
    const named = await ticketsWithWords(db, typed, MOST_TICKETS - 1);
    return [...new Set(ticket ? [ticket.number, ...named] : named)];
  }
  if (EMAIL.test(typed)) {
    const from = await ticketsFrom(db, typed, MOST_TICKETS);
    return [...new Set([...from, ...(await ticketsWithWords(db, typed, MOST_TICKETS))])].slice(0, MOST_TICKETS);
  }
  return ticketsWithWords(db, typed, MOST_TICKETS);
}
