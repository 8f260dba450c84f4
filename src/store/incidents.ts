import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { IncidentsTable } from './tables/registry.ts';
import type { Tables } from './tables/tables.ts';

export type IncidentRow = Selectable<IncidentsTable>;

/** Inserts an incident. @returns its id */
export async function insertIncident(
  db: Kysely<Tables>,
  incident: Omit<Insertable<IncidentsTable>, 'id'>,
): Promise<number> {
  const { id } = await db.insertInto('notices').values(incident).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** All incidents, the newest first. */
export async function listIncidents(db: Kysely<Tables>): Promise<IncidentRow[]> {
  return db.selectFrom('notices').selectAll().orderBy('since', 'desc').orderBy('id', 'desc').execute();
}

/** An incident by its id, or null. */
export async function findIncident(db: Kysely<Tables>, id: number): Promise<IncidentRow | null> {
  return (await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Incidents that start after an instant, the next one first. */
export async function comingIncidents(db: Kysely<Tables>, at: InstantText, limit: number): Promise<IncidentRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('since', '>', at)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .orderBy('since')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Incidents that have ended at an instant, the last one to end first.
 * @param before the last incident of the previous page: when it ended, and its id
 */
export async function endedIncidents(
  db: Kysely<Tables>,
  at: InstantText,
  before: { until: InstantText; id: number } | null,
  limit: number,
): Promise<IncidentRow[]> {
  const all = db.selectFrom('notices').selectAll().where('until', '<=', at);
  const page = before ? all.where(sql<boolean>`(until, id) < (${before.until}, ${before.id})`) : all;
  return page.orderBy('until', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Solved incidents whose solution has not reached every linked ticket, the first one solved first. */
export async function incompleteSolutions(db: Kysely<Tables>): Promise<IncidentRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('solved_at', 'is not', null)
    .where('completed_at', 'is', null)
    .orderBy('solved_at')
    .execute();
}

/** Updates an incident. */
export async function updateIncident(
  db: Kysely<Tables>,
  id: number,
  changes: Updateable<IncidentsTable>,
): Promise<void> {
  await db.updateTable('notices').set(changes).where('id', '=', id).execute();
}

/** The incidents that are active at an instant, the newest first. */
export async function runningIncidents(db: Kysely<Tables>, at: InstantText): Promise<IncidentRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('since', '<=', at)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The newest of the advisories that are active at an instant, or null. */
export async function newestAdvisory(
  db: Kysely<Tables>,
  at: InstantText,
): Promise<Pick<IncidentRow, 'id' | 'from_version' | 'to_version'> | null> {
  const found = await db
    .selectFrom('notices')
    .select(['id', 'from_version', 'to_version'])
    .where('kind', '=', 'advisory')
    .where('since', '<=', at)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .orderBy('since', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** Ends an incident; false when there is no active incident with that id. */
export async function markIncidentEnded(db: Kysely<Tables>, id: number, at: InstantText): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ until: at })
    .where('id', '=', id)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', at)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
