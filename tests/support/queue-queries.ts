import { toInstantText } from '../../src/store/instants.ts';
import type { Store } from '../../src/store/open.ts';
import {
  type CountedList,
  queuedLate,
  queuedOfRank,
  queuedPromised,
  queuedProvenOutages,
} from '../../src/store/queue-sections.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { storeBounds } from '../../src/tickets/queue/queue-bounds.ts';
import { aTicketRow } from './a-ticket-row.ts';
import { NOW } from './service.ts';

const BOUNDS = storeBounds(NOW, []);

/** A range query of the queue. */
export interface QueueQuery {
  query: (db: Store) => Promise<unknown>;
  /** the index that it should read along, and the columns that it should seek by */
  index: string;
  seeks: readonly string[];
}

const waiting = ['queue_waiting', 'queue_outage'];
const ofRank = [...waiting, 'promised', 'queue_channel_rank'];

/** The range queries of the queue's sections, first pages and pages that begin behind a ticket. */
export const QUEUE_QUERIES: Record<string, QueueQuery> = {
  'proven outages': {
    query: (db) => queuedProvenOutages(db, { limit: 50 }),
    index: 'tickets_outages',
    seeks: [...waiting, 'queue_unproven'],
  },
  'late promises': {
    query: (db) => queuedLate(db, BOUNDS.now, { limit: 50 }),
    index: 'tickets_due',
    seeks: [...waiting, 'promised', 'queue_due_at'],
  },
  'what is due soon of a rank': {
    query: (db) => queuedOfRank(db, { rank: 1, promised: 1, from: BOUNDS.now, until: BOUNDS.soonUntil }, { limit: 50 }),
    index: 'tickets_queue',
    seeks: [...ofRank, 'queue_due_at'],
  },
  'what is due later of a rank': {
    query: (db) => queuedOfRank(db, { rank: 0, promised: 1, from: BOUNDS.soonUntil }, { limit: 50 }),
    index: 'tickets_queue',
    seeks: [...ofRank, 'queue_due_at'],
  },
  'what has no promise of a rank': {
    query: (db) => queuedOfRank(db, { rank: 2, promised: 0 }, { limit: 50 }),
    index: 'tickets_queue',
    seeks: ofRank,
  },
  'what was promised': {
    query: (db) => queuedPromised(db, BOUNDS, { limit: 50 }),
    index: 'tickets_promised',
    seeks: ['queue_waiting', 'queue_return_at'],
  },
};

/** What waits and what is back under every filter, as kept views are counted. */
export const KEPT_LISTS: readonly CountedList[] = [
  {},
  { assigneeId: 'a1' },
  { assigneeId: null },
  { channel: 'form' },
  { topic: 'renewal' },
  { status: 'new' },
  { proof: 'unproven' },
  { support: 'over' },
  { tag: 'payu' },
  { shopId: 7 },
].map((filter) => ({ filter: filter as CountedList['filter'], among: ['waiting', { back: BOUNDS }] }));

/** Tickets of every section, rank and due time, so that no query finds its rows in order by chance. */
export async function storeManyTickets(store: Store): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    for (let index = 0; index < 400; index++) {
      const isBack = index % 7 === 0;
      const row = aTicketRow(100_001 + index, {
        waiting_since: isBack ? null : toInstantText(NOW.subtract({ minutes: (index * 37) % 400 })),
        queue_waiting: isBack ? 0 : 1,
        queue_return_at: isBack ? toInstantText(NOW.add({ minutes: ((index * 29) % 2000) - 1000 })) : null,
        queue_outage: index % 11 === 0 ? 1 : 0,
        queue_unproven: index % 2 === 0 ? 0 : 1,
        queue_channel_rank: index % 4,
        promised: index % 4 < 2 ? 1 : 0,
        queue_due_at: toInstantText(NOW.add({ minutes: ((index * 53) % 4000) - 400 })),
      });
      await insertTicket(transaction, row);
    }
  });
}
