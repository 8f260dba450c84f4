import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { InstantText } from './tables/columns.ts';
import type { ShopsTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';
import type { TicketsTable } from './tables/tickets.ts';

export type QueuedTicket = Pick<
  TicketsTable,
  'number' | 'channel' | 'topic' | 'covered' | 'subject' | 'received_at' | 'answer_by' | 'queue_due_at'
> &
  Pick<ShopsTable, 'shop_name'>;

/** Panel, form, e-mail: the ranks that `policy/queue` gives. */
const CHANNEL_RANKS = [0, 1, 2];

/** What we work on although no answer is owed: no promise runs, and nothing but somebody's memory would bring it back. */
export function inProgressUnpromised(db: Kysely<Tables>, limit: number): Promise<QueuedTicket[]> {
  return queued(db, limit)
    .where('status', '=', 'in-progress')
    .where('queue_waiting', '=', 0)
    .orderBy('changed_at')
    .orderBy('sequence')
    .execute();
}

/** Outages, oldest first. One range of the index `tickets_outages`. */
export function queuedOutages(db: Kysely<Tables>, limit: number): Promise<QueuedTicket[]> {
  return waiting(db, limit).where('queue_outage', '=', 1).orderBy('received_at').orderBy('sequence').execute();
}

/** What is due at or before `until`, by due time. One range of the index `tickets_due`. */
export function queuedDueSoon(db: Kysely<Tables>, until: InstantText, limit: number): Promise<QueuedTicket[]> {
  return waiting(db, limit)
    .where('queue_outage', '=', 0)
    .where('queue_due_at', '<=', until)
    .orderBy('queue_due_at')
    .orderBy('sequence')
    .execute();
}

/** What is due after `after`, panel first, then by due time. Read along the index `tickets_queue`. */
export function queuedLater(db: Kysely<Tables>, after: InstantText, limit: number): Promise<QueuedTicket[]> {
  return (
    waiting(db, limit)
      .where('queue_outage', '=', 0)
      .where('queue_due_at', '>', after)
      // Naming every rank changes no row; it lets the index give the order, where SQLite would sort otherwise.
      .where('queue_channel_rank', 'in', CHANNEL_RANKS)
      .orderBy('queue_channel_rank')
      .orderBy('queue_due_at')
      .orderBy('sequence')
      .execute()
  );
}

function waiting(db: Kysely<Tables>, limit: number): SelectQueryBuilder<Tables, 'tickets' | 'shops', QueuedTicket> {
  return queued(db, limit).where('queue_waiting', '=', 1);
}

function queued(db: Kysely<Tables>, limit: number): SelectQueryBuilder<Tables, 'tickets' | 'shops', QueuedTicket> {
  return db
    .selectFrom('tickets')
    .innerJoin('shops', 'shops.id', 'tickets.shop_id')
    .select([
      'tickets.number',
      'tickets.channel',
      'tickets.topic',
      'tickets.covered',
      'tickets.subject',
      'tickets.received_at',
      'tickets.answer_by',
      'tickets.queue_due_at',
      'shops.shop_name',
    ])
    .limit(limit);
}
