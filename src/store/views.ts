import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Tables } from './tables/tables.ts';
import type { ViewsTable } from './tables/tickets.ts';

export type ViewRow = Selectable<ViewsTable>;

/** An agent's own views, then the shared ones, each by name. */
export async function viewsOf(db: Kysely<Tables>, agentId: string): Promise<ViewRow[]> {
  const views = await db
    .selectFrom('views')
    .selectAll()
    .where((where) => where.or([where('owner_id', '=', agentId), where('owner_id', 'is', null)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return [...views.filter(({ owner_id }) => owner_id !== null), ...views.filter(({ owner_id }) => owner_id === null)];
}

/** Adds a view. */
export function insertView(db: Kysely<Tables>, view: Omit<Insertable<ViewsTable>, 'id'>): Promise<ViewRow> {
  return db.insertInto('views').values(view).returningAll().executeTakeFirstOrThrow();
}

/** Changes a view. */
export function updateView(
  db: Kysely<Tables>,
  id: number,
  change: Partial<Pick<ViewRow, 'name' | 'query'>>,
): Promise<ViewRow> {
  return db.updateTable('views').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

/** Removes a view. */
export async function deleteView(db: Kysely<Tables>, id: number): Promise<void> {
  await db.deleteFrom('views').where('id', '=', id).execute();
}
