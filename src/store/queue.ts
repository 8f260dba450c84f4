import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { InstantText } from './instants.ts';
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
  | 'message_count'
  | 'agent_seen'
  | 'assignee_id'
  | 'snoozed_until'
  | 'shop_id'
> &
  Pick<ShopsTable, 'shop_name'> & {
    assignee_name: AgentsTable['name'] | null;
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
  proof?: TicketsTable['proof'] | undefined;
  shopId?: number;
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
};

/** Panel, form, e-mail: the ranks that `policy/queue` gives. */
const CHANNEL_RANKS = [0, 1, 2];

/** Tickets in progress for which no reply is owed: no promise would bring them back into view. */
export function inProgressUnpromised(db: Kysely<Tables>, limit: number): Promise<QueuedTicket[]> {
  return lines(db, { limit })
    .where('status', '=', 'in-progress')
    .where('queue_waiting', '=', 0)
    .orderBy('changed_at')
    .orderBy('sequence')
    .execute();
}

/** Proven outages, the longest waiting first. One range of the index `tickets_outages`. */
export function queuedProvenOutages(db: Kysely<Tables>, page: QueuePage): Promise<QueuedTicket[]> {
  const proven = waiting(db, page).where('queue_outage', '=', 1).where('queue_unproven', '=', 0);
  return inOrder(proven, ['waiting_since', 'sequence'], page);
}

/**
 * All unproven outages, the longest waiting first, by what decides which of them fold: no row of the table is read. The
 * quotas of shops keep them few.
 */
export async function unprovenOutages(
  db: Kysely<Tables>,
  filter: QueueFilter = {},
): Promise<{ sequence: number; shop_id: number; waiting_since: InstantText }[]> {
  return filtered(db.selectFrom('tickets'), filter)
    .select(['sequence', 'shop_id', 'waiting_since'])
    .where('queue_waiting', '=', 1)
    .where('queue_outage', '=', 1)
    .where('queue_unproven', '=', 1)
    .orderBy('waiting_since')
    .orderBy('sequence')
    .$narrowType<{ waiting_since: InstantText }>()
    .execute();
}

/** Tickets due at or before `until`, by due time. One range of the index `tickets_due`. */
export function queuedDueSoon(db: Kysely<Tables>, until: InstantText, page: QueuePage): Promise<QueuedTicket[]> {
  const due = waiting(db, page).where('queue_outage', '=', 0).where('queue_due_at', '<=', until);
  return inOrder(due, ['queue_due_at', 'sequence'], page);
}

/** Tickets due after `from`, panel first, then by due time. Read along the index `tickets_queue`. */
export function queuedLater(db: Kysely<Tables>, from: InstantText, page: QueuePage): Promise<QueuedTicket[]> {
  // Naming every rank changes no row; it lets the index give the order, where SQLite would sort otherwise.
  const later = waiting(db, page)
    .where('queue_outage', '=', 0)
    .where('queue_due_at', '>', from)
    .where('queue_channel_rank', 'in', CHANNEL_RANKS);
  return inOrder(later, ['queue_channel_rank', 'queue_due_at', 'sequence'], page);
}

/**
 * All tickets, waiting or not, the newest first.
 * @param before the sequence of the last ticket of the page before; null for the first page
 */
export function newestTickets(
  db: Kysely<Tables>,
  page: Omit<QueuePage, 'after'>,
  before: number | null,
): Promise<QueuedTicket[]> {
  const all = lines(db, page).where('tickets.merged_into', 'is', null);
  const rest = before === null ? all : all.where('tickets.sequence', '<', before);
  return rest.orderBy('tickets.sequence', 'desc').execute();
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

/** The part of the waiting tickets to count. */
export type Counted = { outage: boolean; dueUntil?: InstantText; dueAfter?: InstantText } | 'all';

/** How many tickets wait for a reply, counted up to `most`. */
export async function countWaiting(
  db: Kysely<Tables>,
  counted: Counted,
  filter: QueueFilter,
  most: number,
): Promise<number> {
  // A literal 1, not a parameter: only then does SQLite use the partial index.
  const all = db.selectFrom('tickets').select(sql`1`.as('one')).where('queue_waiting', '=', sql.lit(1));
  let waiting = filtered(all, filter);
  if (counted !== 'all') {
    waiting = waiting.where('queue_outage', '=', counted.outage ? 1 : 0);
    if (counted.dueUntil) waiting = waiting.where('queue_due_at', '<=', counted.dueUntil);
    if (counted.dueAfter) waiting = waiting.where('queue_due_at', '>', counted.dueAfter);
  }
  const { count } = await db
    .selectFrom(waiting.limit(most).as('waiting'))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The rows after a page's last ticket, in the order of these columns. */
function inOrder(
  query: ReturnType<typeof lines>,
  columns: readonly (keyof QueuePlaceKey)[],
  { after }: QueuePage,
): Promise<QueuedTicket[]> {
  const names = columns.map((column) => `tickets.${column}` as const);
  const rest = after
    ? query.where(
        sql<boolean>`(${sql.join(names.map((name) => sql.ref(name)))}) > (${sql.join(columns.map((column) => after[column]))})`,
      )
    : query;
  return names.reduce((ordered, name) => ordered.orderBy(name), rest).execute();
}

function waiting(db: Kysely<Tables>, page: QueuePage) {
  return lines(db, page).where('queue_waiting', '=', 1);
}

function lines(db: Kysely<Tables>, { limit, filter = {} }: QueuePage) {
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
      'tickets.message_count',
      'tickets.agent_seen',
      'tickets.assignee_id',
      'tickets.snoozed_until',
      'tickets.shop_id',
      'shops.shop_name',
      'agents.name as assignee_name',
      hasFiles.as('has_files'),
    ])
    .limit(limit);
}

/** Looked up for the rows of a page only, along the index of a ticket's messages. */
const hasFiles = sql<number>`case when exists (
  select 1 from messages join uploads on uploads.message_id = messages.id
  where messages.ticket_number = tickets.number and uploads.freed_at is null
) then 1 else 0 end`;

function filtered<Row>(
  query: SelectQueryBuilder<Tables, 'tickets', Row>,
  { assigneeId, channel, topic, status, proof, shopId }: QueueFilter,
): SelectQueryBuilder<Tables, 'tickets', Row> {
  let wanted = query;
  if (assigneeId === null) wanted = wanted.where('assignee_id', 'is', null);
  else if (assigneeId !== undefined) wanted = wanted.where('assignee_id', '=', assigneeId);
  if (channel) wanted = wanted.where('channel', '=', channel);
  if (topic) wanted = wanted.where('topic', '=', topic);
  if (status) wanted = wanted.where('status', '=', status);
  if (proof) wanted = wanted.where('proof', '=', proof);
  if (shopId !== undefined) wanted = wanted.where('shop_id', '=', shopId);
  return wanted;
}
