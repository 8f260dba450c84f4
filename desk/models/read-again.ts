import type { QueueRow } from '../../src/contract/desk/queue-row.ts';

interface Page {
  tickets: QueueRow[];
  next: string | null;
}

/**
 * Reads pages until there are as many tickets as were shown before, so that a refresh does not shorten a list that was
 * scrolled down. A ticket that moved between two pages appears once.
 * @param wanted how many were shown
 * @param read reads a page by its cursor; null when there was no response: the pages so far are shown
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
