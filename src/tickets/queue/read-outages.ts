import { ticketNumber } from '../../contract/tickets/ticket-number.ts';
import { foldOutages } from '../../policy/fold-outages.ts';
import type { Store } from '../../store/open.ts';
import {
  type QueuedTicket,
  type QueueFilter,
  type QueuePage,
  type QueuePlaceKey,
  queuedTickets,
} from '../../store/queue.ts';
import { queuedProvenOutages, unprovenOutages } from '../../store/queue-sections.ts';

/** A row of the queue: a ticket, and the key after which the next row comes. */
export interface QueueLine {
  ticket: QueuedTicket;
  /** how many tickets the row stands for, the newest of which it shows; null for a row of one ticket */
  folded: number | null;
  key: QueuePlaceKey;
}

/** A ticket as a row of its own. */
export function lineOf(ticket: QueuedTicket): QueueLine {
  // What is in the queue waits, or is back: each section orders by what its tickets have.
  const { received_at, waiting_since, queue_return_at } = ticket;
  const key = {
    ...ticket,
    waiting_since: waiting_since ?? received_at,
    queue_return_at: queue_return_at ?? received_at,
  };
  return { ticket, folded: null, key };
}

/** The rows of outages in the order of the queue: proven ones, then the others, folded by `foldOutages`. */
export async function readOutages(db: Store, page: QueuePage): Promise<QueueLine[]> {
  const { limit, filter = {}, after } = page;
  const proven = after?.queue_unproven === 1 ? [] : (await queuedProvenOutages(db, page)).map(lineOf);
  if (proven.length === limit) return proven;
  const rows = foldOutages(await outagesToFold(db, filter));
  const left = after?.queue_unproven === 1 ? rows.filter(([first]) => first && isAfter(first, after)) : rows;
  return [...proven, ...(await toLines(db, left.slice(0, limit - proven.length)))];
}

/** The outages that one row of a shop stands for, each as a row of its own; none where the shop has no such row. */
export async function readFold(db: Store, shopId: number, page: QueuePage): Promise<QueueLine[]> {
  const { limit, filter = {}, after } = page;
  const fold = await foldOf(db, shopId, filter);
  const left = after ? fold.filter((outage) => isAfter(outage, after)) : fold;
  const alone = left.slice(0, limit).map((outage) => [outage]);
  return toLines(db, alone);
}

/** How many outages one row of a shop stands for. */
export async function countFold(db: Store, shopId: number, filter: QueueFilter): Promise<number> {
  return (await foldOf(db, shopId, filter)).length;
}

async function foldOf(db: Store, shopId: number, filter: QueueFilter): Promise<Outage[]> {
  const rows = foldOutages(await outagesToFold(db, { ...filter, shopId }));
  return rows.find(({ length }) => length > 1) ?? [];
}

type Outage = Awaited<ReturnType<typeof outagesToFold>>[number];

async function outagesToFold(db: Store, filter: QueueFilter) {
  return (await unprovenOutages(db, filter)).map((row) => ({
    shopId: row.shop_id,
    waitingSince: Temporal.Instant.from(row.waiting_since),
    row,
  }));
}

function isAfter({ row }: Outage, after: QueuePlaceKey): boolean {
  if (row.waiting_since !== after.waiting_since) return row.waiting_since > after.waiting_since;
  return row.sequence > after.sequence;
}

async function toLines(db: Store, rows: readonly Outage[][]): Promise<QueueLine[]> {
  const shown = rows.flatMap((tickets) => {
    const [first, newest] = [tickets[0], tickets.at(-1)];
    return first && newest ? [{ first, newest, folded: tickets.length > 1 ? tickets.length : null }] : [];
  });
  const numbers = shown.map(({ newest }) => ticketNumber(newest.row.sequence));
  const tickets = new Map((await queuedTickets(db, numbers)).map((ticket) => [ticket.sequence, ticket]));
  return shown.flatMap(({ first, newest, folded }) => {
    const ticket = tickets.get(newest.row.sequence);
    if (!ticket) return [];
    const { sequence, waiting_since } = first.row;
    return [{ ticket, folded, key: { ...lineOf(ticket).key, queue_unproven: 1, sequence, waiting_since } }];
  });
}
