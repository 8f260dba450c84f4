import type { Kysely } from 'kysely';
import type { Tables } from './tables/tables.ts';
import type { TicketsTable } from './tables/tickets.ts';

/** A count of the tickets of one incident with the same mark and status. */
export interface LinkedCount {
  mark: TicketsTable['solution_mark'];
  status: TicketsTable['status'];
  count: number;
}

/** How many tickets are linked to these incidents; incidents without any are not in the map. */
export async function countLinked(db: Kysely<Tables>, incidentIds: readonly number[]): Promise<Map<number, number>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('tickets')
    .select((select) => ['notice_id', select.fn.countAll<number>().as('count')])
    .where('notice_id', 'in', incidentIds)
    .groupBy('notice_id')
    .execute();
  return new Map(rows.map(({ notice_id, count }) => [notice_id ?? 0, Number(count)]));
}

/** Counts the tickets of an incident by their mark (what the solution did to them) and their status. */
export async function countByMark(db: Kysely<Tables>, incidentId: number): Promise<LinkedCount[]> {
  const rows = await db
    .selectFrom('tickets')
    .select((select) => ['solution_mark', 'status', select.fn.countAll<number>().as('count')])
    .where('notice_id', '=', incidentId)
    .groupBy(['solution_mark', 'status'])
    .execute();
  return rows.map(({ solution_mark: mark, status, count }) => ({ mark, status, count: Number(count) }));
}

/**
 * Numbers and sequences of linked tickets, the newest first.
 * @param before the sequence of the last ticket of the page before; null for the first page
 */
export async function linkedTickets(
  db: Kysely<Tables>,
  incidentId: number,
  before: number | null,
  limit: number,
): Promise<Pick<TicketsTable, 'number' | 'sequence'>[]> {
  const all = db.selectFrom('tickets').select(['number', 'sequence']).where('notice_id', '=', incidentId);
  const page = before === null ? all : all.where('sequence', '<', before);
  return page.orderBy('sequence', 'desc').limit(limit).execute();
}

/** Linked tickets that the solution has not reached yet, the oldest first, after a sequence. */
export async function unreachedTickets(
  db: Kysely<Tables>,
  incidentId: number,
  after: number,
  limit: number,
): Promise<Pick<TicketsTable, 'number' | 'sequence'>[]> {
  return db
    .selectFrom('tickets')
    .select(['number', 'sequence'])
    .where('notice_id', '=', incidentId)
    .where('sequence', '>', after)
    .where('solution_mark', 'is', null)
    .orderBy('sequence')
    .limit(limit)
    .execute();
}
