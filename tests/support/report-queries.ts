import type { Store } from '../../src/store/open.ts';
import { countReceived, countWaits, receivedTickets, ticketsByHour, waitsByHour } from '../../src/store/reports.ts';

const STRETCH = { start: '2026-11-20T23:00:00.000Z', end: '2026-11-21T23:00:00.000Z' };

/** What a report asks for, each with the index whose range of the period it should read, and whether it needs nothing but that. */
export const REPORT_QUERIES: Record<string, { index: string; column: string; query: (db: Store) => Promise<unknown> }> =
  {
    countWaits: {
      index: 'waits_began',
      column: 'began_at',
      query: (db) => countWaits(db, STRETCH, '2026-11-22T09:00:00.000Z'),
    },
    waitsByHour: { index: 'waits_began', column: 'began_at', query: (db) => waitsByHour(db, STRETCH) },
    countReceived: { index: 'tickets_received', column: 'received_at', query: (db) => countReceived(db, STRETCH) },
    ticketsByHour: { index: 'tickets_received', column: 'received_at', query: (db) => ticketsByHour(db, STRETCH) },
  };

/** The two pages of the list of tickets: the first one, and one behind it. */
export const TICKET_PAGES = {
  first: (db: Store) => receivedTickets(db, STRETCH, null, 500),
  later: (db: Store) =>
    receivedTickets(db, STRETCH, { received_at: '2026-11-21T10:00:00.000Z', sequence: 100_005 }, 500),
};
