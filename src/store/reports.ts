import { type Kysely, sql } from 'kysely';
import type { Helped, Topic } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { ShopsTable } from './tables/registry.ts';
import type { ResponseTimesTable } from './tables/response-times.ts';
import type { Tables } from './tables/tables.ts';
import type { TicketsTable } from './tables/tickets.ts';

/** A span of time from `start` (included) to `end` (excluded). */
export interface Stretch {
  start: InstantText;
  end: InstantText;
}

/** A count of waits of one channel with the same outcome and number of whole minutes. */
export interface CountedWaitsRow {
  channel: ResponseTimesTable['channel'];
  end: 'answered' | 'moved' | 'open';
  fate: 'none' | 'kept' | 'broken' | 'running' | 'void';
  minutes: number | null;
  count: number;
}

/**
 * Counts the waits that began in a span of time, by their outcome as in `policy/report` and by whole minutes to the
 * reply: one row for each different number of minutes, however many waits. Instants in text have one width, so they
 * compare as text. Reads the index `waits_began` only.
 */
export async function countWaits(
  db: Kysely<Tables>,
  { start, end }: Stretch,
  now: InstantText,
): Promise<CountedWaitsRow[]> {
  const each = db
    .selectFrom('waits')
    .select([
      'channel',
      sql<
        CountedWaitsRow['end']
      >`case ended_by when 'answer' then 'answered' when 'move' then 'moved' else 'open' end`.as('end'),
      sql<
        CountedWaitsRow['fate']
      >`case when due_at is null then 'none' when coalesce(ended_at, ${now}) > due_at then 'broken'
        when ended_at is null then 'running' when ended_by = 'answer' then 'kept' else 'void' end`.as('fate'),
      sql<number | null>`answer_seconds / 60`.as('minutes'),
    ])
    .where('began_at', '>=', start)
    .where('began_at', '<', end);
  return db
    .selectFrom(each.as('each'))
    .select((select) => ['channel', 'end', 'fate', 'minutes', select.fn.countAll<number>().as('count')])
    .groupBy(['channel', 'end', 'fate', 'minutes'])
    .execute();
}

/** How many waits began in each hour of UTC, such as `2026-11-22T09`; hours without any are left out. */
export function waitsByHour(db: Kysely<Tables>, { start, end }: Stretch): Promise<{ hour: string; count: number }[]> {
  return db
    .selectFrom('waits')
    .select((select) => [sql<string>`substr(began_at, 1, 13)`.as('hour'), select.fn.countAll<number>().as('count')])
    .where('began_at', '>=', start)
    .where('began_at', '<', end)
    .groupBy('hour')
    .execute();
}

/** How many tickets came in each hour of UTC, such as `2026-11-22T09`; hours without any are left out. */
export function ticketsByHour(db: Kysely<Tables>, { start, end }: Stretch): Promise<{ hour: string; count: number }[]> {
  return db
    .selectFrom('tickets')
    .select((select) => [sql<string>`substr(received_at, 1, 13)`.as('hour'), select.fn.countAll<number>().as('count')])
    .where('received_at', '>=', start)
    .where('received_at', '<', end)
    .groupBy('hour')
    .execute();
}

/** A count of tickets with the same channel, topic, coverage, rule and word of what helped. */
export interface CountedTickets extends Pick<TicketsTable, 'channel' | 'topic' | 'covered' | 'scope_rule'> {
  /** what its customer chose, where an agent has decided */
  topic_sent: Topic | null;
  /** what the customer said last of our solution */
  helped: Helped | null;
  count: number;
}

/**
 * Counts the tickets that came in a span of time, by channel, topic, scope and whether our solution helped. Reads the index `tickets_received` only.
 */
export function countReceived(db: Kysely<Tables>, { start, end }: Stretch): Promise<CountedTickets[]> {
  return db
    .selectFrom('tickets')
    .select((select) => [
      'channel',
      'topic',
      'covered',
      'scope_rule',
      'topic_sent',
      'helped',
      select.fn.countAll<number>().as('count'),
    ])
    .where('received_at', '>=', start)
    .where('received_at', '<', end)
    .groupBy(['channel', 'topic', 'covered', 'scope_rule', 'topic_sent', 'helped'])
    .execute();
}

/** A ticket with the outcome of its first wait. */
export interface ReceivedTicket
  extends Pick<TicketsTable, 'number' | 'sequence' | 'received_at' | 'channel' | 'topic' | 'covered' | 'subject'>,
    Pick<ShopsTable, 'shop_name'> {
  due_at: InstantText | null;
  ended_at: InstantText | null;
  /** null also for a ticket without a wait: a call that was settled on the spot */
  ended_by: ResponseTimesTable['ended_by'] | null;
  answer_seconds: number | null;
}

/**
 * A page of the tickets that came in a span of time, the oldest first.
 * @param after the last ticket of the previous page; null for the first page
 */
export function receivedTickets(
  db: Kysely<Tables>,
  { start, end }: Stretch,
  after: Pick<ReceivedTicket, 'received_at' | 'sequence'> | null,
  limit: number,
): Promise<ReceivedTicket[]> {
  const tickets = db
    .selectFrom('tickets')
    .innerJoin('shops', 'shops.id', 'tickets.shop_id')
    .leftJoin('waits', (join) =>
      join.onRef('waits.ticket_number', '=', 'tickets.number').on('waits.id', '=', (where) =>
        where
          .selectFrom('waits as first')
          .select((select) => select.fn.min('first.id').as('id'))
          .whereRef('first.ticket_number', '=', 'tickets.number')
          .whereRef('first.began_at', '=', 'tickets.received_at'),
      ),
    )
    .select([
      'tickets.number',
      'tickets.sequence',
      'tickets.received_at',
      'tickets.channel',
      'tickets.topic',
      'tickets.covered',
      'tickets.subject',
      'shops.shop_name',
      'waits.due_at',
      'waits.ended_at',
      'waits.ended_by',
      'waits.answer_seconds',
    ])
    .where('tickets.received_at', '<', end);
  const rest = after
    ? tickets.where(sql<boolean>`(tickets.received_at, tickets.sequence) > (${after.received_at}, ${after.sequence})`)
    : tickets.where('tickets.received_at', '>=', start);
  return rest.orderBy('tickets.received_at').orderBy('tickets.sequence').limit(limit).execute();
}
