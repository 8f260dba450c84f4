import type { QueueRow } from '../../src/contract/desk/queue-row.ts';

interface Page {
  tickets: QueueRow[];
  next: string | null;
}

/**
 * Goes on reading pages until there are as many tickets as were shown before, so that reading anew takes nothing away from
 * under whoever scrolled down. A ticket that moved between two pages stands once.
 * @param wanted how many were shown
 * @param read a page by its cursor; null when nobody answered: what is there so far is shown
 */
export async function readAgain<P extends Page>(
  first: P,
  wanted: number,
  read: (cursor: string) => Promise<Page | null>,
): Promise<P> {
  const tickets = new Map(first.tickets.map((ticket) => [ticket.number, ticket]));
  let { next } = first;
  while (next !== null && tickets.size < wanted) {
    const page = await read(next);
    if (!page) break;
    for (const ticket of page.tickets) tickets.set(ticket.number, ticket);
    next = page.next;
  }
  return { ...first, tickets: [...tickets.values()], next };
}
