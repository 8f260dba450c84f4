import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { TicketSort } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import { engineOf } from './open.ts';
import type { AgentsTable } from './tables/identity.ts';
import type { ShopsTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';
import type { TicketsTable } from './tables/tickets.ts';

/** A ticket as a row of a list. */
export type QueuedTicket = Pick<
  Selectable<TicketsTable>,
  | 'number'
  | 'sequence'
  | 'channel'
  | 'proof'
  | 'from_host'
  | 'from_other_shop'
  | 'topic'
  | 'covered'
  | 'without_support'
  | 'status'
  | 'subject'
  | 'received_at'
  | 'waiting_since'
  | 'answer_by'
  | 'queue_due_at'
  | 'queue_outage'
  | 'outage_facts'
  | 'changed_at'
  | 'queue_unproven'
  | 'queue_channel_rank'
  | 'promised'
  | 'follow_up_at'
  | 'queue_return_at'
  | 'message_count'
  | 'agent_seen'
  | 'assignee_id'
  | 'snoozed_until'
  | 'thanks'
  | 'shop_id'
> &
  Pick<ShopsTable, 'shop_name'> & {
    assignee_name: AgentsTable['name'] | null;
    /** JSON array of its tags */
    tags: string;
    /** 1 when a message of it has a file that was not taken away */
    has_files: number;
  };

/** Selects tickets; a missing field does not filter. */
export interface QueueFilter {
  /** an agent's id; null for unassigned tickets */
  assigneeId?: string | null;
  channel?: TicketsTable['channel'] | undefined;
  topic?: TicketsTable['topic'] | undefined;
  status?: TicketsTable['status'] | undefined;
  /** one of them, or all that `isProven` says alike of */
  proof?: TicketsTable['proof'] | 'proven' | 'unproven' | undefined;
  /** `over`: only what was taken after the end of its shop's support */
  support?: 'over' | undefined;
  /** folded, as in `ticket_tags` */
  tag?: string | undefined;
  shopId?: number;
  /** an agent's id: only tickets of which a note names them */
  mentionedId?: string;
}

/** A page of a list. */
export interface QueuePage {
  limit: number;
  filter?: QueueFilter;
  /** the last ticket of the previous page */
  after?: QueuePlaceKey;
}

/** The sort key of a ticket in the queue. */
export type QueuePlaceKey = Pick<
  TicketsTable,
  'queue_unproven' | 'queue_due_at' | 'queue_channel_rank' | 'sequence'
> & {
  /** a time for every ticket that waits */
  waiting_since: InstantText;
  /** a time for every ticket that is back */
  queue_return_at: InstantText;
};

/** Tickets in progress for which no reply is owed: no promise would bring them back into view. */
export function inProgressUnpromised(db: Kysely<Tables>, limit: number): Promise<QueuedTicket[]> {
  return lines(db, { limit })
    .where('status', '=', 'in-progress')
    .where('queue_waiting', '=', 0)
    .orderBy('changed_at')
    .orderBy('sequence')
    .execute();
}

/** Where a page of the sorted list ends: the last ticket's sequence, behind the time by which they are sorted, if any. */
export interface ListEnd {
  at: InstantText | null;
  sequence: number;
}

/** By which time each order of the list sorts before the sequence, and whether the greatest comes first. */
export const LIST_ORDERS: Record<TicketSort, { by: 'waiting_since' | 'changed_at' | null; isDown: boolean }> = {
  newest: { by: null, isDown: true },
  oldest: { by: null, isDown: false },
  unanswered: { by: 'waiting_since', isDown: false },
  changed: { by: 'changed_at', isDown: true },
};

/**
 * All tickets, waiting or not, in an order of `TICKET_SORTS`: a range of an index for each.
 * @param after the end of the page before; null for the first page
 */
export function listedTickets(
  db: Kysely<Tables>,
  page: Omit<QueuePage, 'after'>,
  sort: TicketSort,
  after: ListEnd | null,
): Promise<QueuedTicket[]> {
  const { by, isDown } = LIST_ORDERS[sort];
  const direction = isDown ? 'desc' : 'asc';
  let all = lines(db, page).where('tickets.merged_into', 'is', null);
  // A literal 1, not a parameter: only then does SQLite use the partial index.
  if (by === 'waiting_since') all = all.where('tickets.queue_waiting', '=', sql.lit(1));
  if (after && by) {
    const key = sql`(${sql.ref(`tickets.${by}`)}, ${sql.ref('tickets.sequence')})`;
    all = all.where(sql<boolean>`${key} ${sql.raw(isDown ? '<' : '>')} (${after.at}, ${after.sequence})`);
  } else if (after) all = all.where('tickets.sequence', isDown ? '<' : '>', after.sequence);
  const sorted = by ? all.orderBy(`tickets.${by}`, direction) : all;
  return sorted.orderBy('tickets.sequence', direction).execute();
}

/** One ticket as a row of a list, or null. */
export async function queuedTicket(db: Kysely<Tables>, number: string): Promise<QueuedTicket | null> {
  return (await lines(db, { limit: 1 }).where('tickets.number', '=', number).executeTakeFirst()) ?? null;
}

/** These tickets as rows of a list, in no order. */
export async function queuedTickets(db: Kysely<Tables>, numbers: readonly string[]): Promise<QueuedTicket[]> {
  if (numbers.length === 0) return [];
  return lines(db, { limit: numbers.length }).where('tickets.number', 'in', numbers).execute();
}

/** Tickets as rows of a list, in no order. */
export function lines(db: Kysely<Tables>, { limit, filter = {} }: QueuePage) {
  return filtered(db.selectFrom('tickets'), filter)
    .innerJoin('shops', 'shops.id', 'tickets.shop_id')
    .leftJoin('agents', 'agents.id', 'tickets.assignee_id')
    .select([
      'tickets.number',
      'tickets.sequence',
      'tickets.channel',
      'tickets.proof',
      'tickets.from_host',
      'tickets.from_other_shop',
      'tickets.topic',
      'tickets.covered',
      'tickets.without_support',
      'tickets.status',
      'tickets.subject',
      'tickets.received_at',
      'tickets.waiting_since',
      'tickets.answer_by',
      'tickets.queue_due_at',
      'tickets.queue_outage',
      'tickets.outage_facts',
      'tickets.changed_at',
      'tickets.queue_unproven',
      'tickets.queue_channel_rank',
      'tickets.promised',
      'tickets.follow_up_at',
      'tickets.queue_return_at',
      'tickets.message_count',
      'tickets.agent_seen',
      'tickets.assignee_id',
      'tickets.snoozed_until',
      'tickets.thanks',
      'tickets.shop_id',
      'shops.shop_name',
      'agents.name as assignee_name',
      hasFiles.as('has_files'),
      (engineOf(db) === 'postgres' ? TAGS_ON_POSTGRES : TAGS_ON_SQLITE).as('tags'),
    ])
    .limit(limit);
}

const TAGS_ON_POSTGRES = sql<string>`coalesce((
  select json_agg(tag order by folded)::text from ticket_tags where ticket_tags.ticket_number = tickets.number
), '[]')`;

/** In the order of the key, along which they are read. */
const TAGS_ON_SQLITE = sql<string>`(
  select json_group_array(tag) from ticket_tags where ticket_tags.ticket_number = tickets.number
)`;

/**
 * Looked up for the rows of a page only, along the index of a ticket's messages. No `exists`: PostgreSQL would read all
 * messages and files there are into a hash, for a page of fifty.
 */
const hasFiles = sql<number>`coalesce((
  select 1 from messages join uploads on uploads.message_id = messages.id
  where messages.ticket_number = tickets.number and uploads.freed_at is null limit 1
), 0)`;

/** Only the tickets that a filter lets through. */
export function filtered<Row>(
  query: SelectQueryBuilder<Tables, 'tickets', Row>,
  { assigneeId, channel, topic, status, proof, support, tag, shopId, mentionedId }: QueueFilter,
): SelectQueryBuilder<Tables, 'tickets', Row> {
  let wanted = query;
  if (assigneeId === null) wanted = wanted.where('assignee_id', 'is', null);
  else if (assigneeId !== undefined) wanted = wanted.where('assignee_id', '=', assigneeId);
  if (channel) wanted = wanted.where('channel', '=', channel);
  if (topic) wanted = wanted.where('topic', '=', topic);
  if (status) wanted = wanted.where('status', '=', status);
  if (proof === 'proven' || proof === 'unproven') {
    wanted = wanted.where('queue_unproven', '=', proof === 'unproven' ? 1 : 0);
  } else if (proof) wanted = wanted.where('proof', '=', proof);
  if (support === 'over') wanted = wanted.where('without_support', '=', sql.lit('expired')); // as in its index
  if (tag !== undefined) {
    wanted = wanted.where((where) =>
      where.exists(
        where
          .selectFrom('ticket_tags')
          .select(sql`1`.as('one'))
          .whereRef('ticket_tags.ticket_number', '=', 'tickets.number')
          .where('folded', '=', tag),
      ),
    );
  }
  if (shopId !== undefined) wanted = wanted.where('shop_id', '=', shopId);
  if (mentionedId !== undefined) {
    wanted = wanted.where('tickets.number', 'in', (from) =>
      from
        .selectFrom('note_mentions')
        .innerJoin('messages', 'messages.id', 'note_mentions.message_id')
        .select('messages.ticket_number')
        .where('note_mentions.agent_id', '=', mentionedId),
    );
  }
  return wanted;
}
