import { dueSoonUntil } from '../../src/policy/queue.ts';
import { toInstantText } from '../../src/store/instants.ts';
import type { Store } from '../../src/store/open.ts';
import { queuedDueSoon, queuedLater, queuedProvenOutages } from '../../src/store/queue.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from './a-ticket-row.ts';
import { NOW } from './service.ts';

const BOUND = toInstantText(dueSoonUntil(NOW));

/** The three range queries of the queue, each by the index that it should read along. */
export const QUEUE_QUERIES = {
  tickets_outages: (db: Store) => queuedProvenOutages(db, { limit: 50 }),
  tickets_due: (db: Store) => queuedDueSoon(db, BOUND, { limit: 50 }),
  tickets_queue: (db: Store) => queuedLater(db, BOUND, { limit: 50 }),
};

/** Tickets of every section, rank and due time, so that no query finds its rows in order by chance. */
export async function storeManyTickets(store: Store): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    for (let index = 0; index < 400; index++) {
      const row = aTicketRow(100_001 + index, {
        waiting_since: toInstantText(NOW.subtract({ minutes: (index * 37) % 400 })),
        queue_waiting: index % 7 === 0 ? 0 : 1,
        queue_outage: index % 11 === 0 ? 1 : 0,
        queue_unproven: index % 2 === 0 ? 0 : 1,
        queue_channel_rank: index % 3,
        queue_due_at: toInstantText(NOW.add({ minutes: (index * 53) % 4000 })),
      });
      await insertTicket(transaction, row);
    }
  });
}
