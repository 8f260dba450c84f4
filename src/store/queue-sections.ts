import { type Kysely, sql } from 'kysely';
import type { InstantText } from './instants.ts';
import { filtered, lines, type QueuedTicket, type QueueFilter, type QueuePage, type QueuePlaceKey } from './queue.ts';
import type { Tables } from './tables/tables.ts';

// The sections of the queue, as ranges of indexes with bounds of `policy/queue`. Each query begins where the page before
// ended, and none sorts what it read.

/** Every value of `queue_channel_rank`, the first one first, as `policy/queue` gives them. */
const RANKS = [0, 1, 2, 3];

/** The instants between which the sections lie, as `policy/queue` gives them. */
export interface Bounds {
  now: InstantText;
  soonUntil: InstantText;
  tomorrow: InstantText;
}

/** Proven outages, the longest waiting first. One range of the index `tickets_outages`. */
export function queuedProvenOutages(db: Kysely<Tables>, page: QueuePage): Promise<QueuedTicket[]> {
  const proven = waiting(db, page, 1).where('queue_unproven', '=', 0);
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

/** Promises that are late or due soon: the late ones by due time, then the others by rank and due time. */
export async function queuedDueSoon(
  db: Kysely<Tables>,
  { now, soonUntil }: Bounds,
  page: QueuePage,
): Promise<QueuedTicket[]> {
  const isPastLate = page.after !== undefined && page.after.queue_due_at > now;
  const late = isPastLate ? [] : await queuedLate(db, now, page);
  const { after, ...rest } = page;
  const soon = await byRank(late.length, { ...rest, ...(isPastLate && after && { after }) }, (rank, ranked) =>
    queuedOfRank(db, { rank, promised: 1, from: now, until: soonUntil }, ranked),
  );
  return [...late, ...soon];
}

/** Promises due at or before `now`, by due time. One range of the index `tickets_due`. */
export function queuedLate(db: Kysely<Tables>, now: InstantText, page: QueuePage): Promise<QueuedTicket[]> {
  const late = waiting(db, page, 0).where('promised', '=', 1).where('queue_due_at', '<=', now);
  return inOrder(late, ['queue_due_at', 'sequence'], page);
}

/** What waits besides, by rank, then due time: promises that are due later, and what has none. */
export function queuedLater(db: Kysely<Tables>, { soonUntil }: Bounds, page: QueuePage): Promise<QueuedTicket[]> {
  return byRank(0, page, async (rank, ranked) => {
    const promised = await queuedOfRank(db, { rank, promised: 1, from: soonUntil }, ranked);
    const unpromised = await queuedOfRank(db, { rank, promised: 0 }, ranked);
    return [...promised, ...unpromised].toSorted(byDueTime).slice(0, ranked.limit);
  });
}

/** The tickets of one rank with a promise, or without, by due time. One range of the index `tickets_queue`. */
export function queuedOfRank(
  db: Kysely<Tables>,
  { rank, promised, from, until }: { rank: number; promised: 0 | 1; from?: InstantText; until?: InstantText },
  page: QueuePage,
): Promise<QueuedTicket[]> {
  let ofRank = waiting(db, page, 0).where('promised', '=', promised).where('queue_channel_rank', '=', rank);
  if (from !== undefined) ofRank = ofRank.where('queue_due_at', '>', from);
  if (until !== undefined) ofRank = ofRank.where('queue_due_at', '<=', until);
  return inOrder(ofRank, ['queue_due_at', 'sequence'], page);
}

/**
 * What we said we write today, late or not, and what is back from being put off, by time. One range of the index
 * `tickets_promised`: what comes back later today from being put off is skipped within it.
 */
export function queuedPromised(db: Kysely<Tables>, bounds: Bounds, page: QueuePage): Promise<QueuedTicket[]> {
  // Nobody waits where something comes back: saying so lets no filter's index seem better.
  const promised = lines(db, page)
    .where('queue_waiting', '=', 0)
    .where('queue_return_at', '<', bounds.tomorrow)
    .where(({ or, eb }) => or([eb('queue_return_at', '<=', bounds.now), eb('follow_up_at', '<', bounds.tomorrow)]));
  return inOrder(promised, ['queue_return_at', 'sequence'], page);
}

/** When the next promise after an instant is due, among outages or the others; null for none. One step in `tickets_due`. */
export async function nextDue(db: Kysely<Tables>, outage: 0 | 1, after: InstantText): Promise<InstantText | null> {
  const next = await db
    .selectFrom('tickets')
    .select('queue_due_at')
    .where('queue_waiting', '=', 1)
    .where('queue_outage', '=', outage)
    .where('promised', '=', 1)
    .where('queue_due_at', '>', after)
    .orderBy('queue_due_at')
    .limit(1)
    .executeTakeFirst();
  return next?.queue_due_at ?? null;
}

/** When the next ticket after an instant comes back by itself; null for none. One step in `tickets_promised`. */
export async function nextReturn(db: Kysely<Tables>, after: InstantText): Promise<InstantText | null> {
  const next = await db
    .selectFrom('tickets')
    .select('queue_return_at')
    .where('queue_waiting', '=', 0)
    .where('queue_return_at', '>', after)
    .orderBy('queue_return_at')
    .limit(1)
    .executeTakeFirst();
  return next?.queue_return_at ?? null;
}

/** Reads rank after rank until a page is full. */
async function byRank(
  already: number,
  { after, limit, ...page }: QueuePage,
  read: (rank: number, page: QueuePage) => Promise<QueuedTicket[]>,
): Promise<QueuedTicket[]> {
  const rows: QueuedTicket[] = [];
  for (const rank of RANKS) {
    const left = limit - already - rows.length;
    if (left <= 0) break;
    if (after && rank < after.queue_channel_rank) continue;
    const isFirst = rank === after?.queue_channel_rank;
    rows.push(...(await read(rank, { ...page, limit: left, ...(isFirst && after && { after }) })));
  }
  return rows;
}

function byDueTime(a: QueuedTicket, b: QueuedTicket): number {
  if (a.queue_due_at !== b.queue_due_at) return a.queue_due_at < b.queue_due_at ? -1 : 1;
  return a.sequence - b.sequence;
}

/** The part of the tickets to count. */
export type Counted =
  | { outage: 1 }
  | { promised: 0 | 1; dueUntil?: InstantText; dueAfter?: InstantText }
  | { back: Bounds }
  | 'waiting';

/** How many tickets stand there, counted up to `most`. */
export async function countQueued(
  db: Kysely<Tables>,
  counted: Counted,
  filter: QueueFilter,
  most: number,
): Promise<number> {
  const [count = 0] = await countEachQueued(db, [{ filter, among: [counted] }], most);
  return count;
}

/** Tickets that a filter lets through, in some parts of the queue that do not overlap. */
export interface CountedList {
  filter: QueueFilter;
  among: readonly Counted[];
}

/** How many tickets stand in each of these lists, each counted up to `most`, by one query. */
export async function countEachQueued(
  db: Kysely<Tables>,
  lists: readonly CountedList[],
  most: number,
): Promise<number[]> {
  const [first, ...others] = lists.flatMap(({ filter, among }, list) =>
    among.map((counted) =>
      db
        .selectFrom(queued(db, counted, filter).limit(most).as('wanted'))
        .select((select) => [sql.lit(list).as('list'), select.fn.countAll<number>().as('count')]),
    ),
  );
  const sums = lists.map(() => 0);
  if (!first) return sums;
  for (const { list, count } of await others.reduce((all, one) => all.unionAll(one), first).execute()) {
    sums[Number(list)] = Math.min((sums[Number(list)] ?? 0) + Number(count), most);
  }
  return sums;
}

/** A row for each ticket that stands there. */
function queued(db: Kysely<Tables>, counted: Counted, filter: QueueFilter) {
  const all = filtered(db.selectFrom('tickets').select(sql`1`.as('one')), filter);
  let wanted = all;
  if (counted !== 'waiting' && 'back' in counted) {
    const { now, tomorrow } = counted.back;
    wanted = all
      .where('queue_waiting', '=', 0)
      .where('queue_return_at', '<', tomorrow)
      .where(({ or, eb }) => or([eb('queue_return_at', '<=', now), eb('follow_up_at', '<', tomorrow)]));
  } else {
    // A literal 1, not a parameter: only then does SQLite use the partial index.
    wanted = all.where('queue_waiting', '=', sql.lit(1));
    if (counted !== 'waiting' && 'outage' in counted) wanted = wanted.where('queue_outage', '=', 1);
    else if (counted !== 'waiting') {
      wanted = wanted.where('queue_outage', '=', 0).where('promised', '=', counted.promised);
      if (counted.dueUntil !== undefined) wanted = wanted.where('queue_due_at', '<=', counted.dueUntil);
      if (counted.dueAfter !== undefined) wanted = wanted.where('queue_due_at', '>', counted.dueAfter);
    }
  }
  return wanted;
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

function waiting(db: Kysely<Tables>, page: QueuePage, outage: 0 | 1) {
  return lines(db, page).where('queue_waiting', '=', 1).where('queue_outage', '=', outage);
}
