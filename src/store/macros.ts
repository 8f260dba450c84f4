import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { MacrosTable } from './tables/settings.ts';
import type { Tables } from './tables/tables.ts';

export type MacroRow = Selectable<MacrosTable>;

/** The macros that are offered to agents, in their order. */
export async function offeredMacros(db: Kysely<Tables>): Promise<MacroRow[]> {
  return db
    .selectFrom('macros')
    .selectAll()
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The archived macros, the last archived first. */
export async function archivedMacros(db: Kysely<Tables>, limit: number): Promise<MacroRow[]> {
  return db
    .selectFrom('macros')
    .selectAll()
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A macro by id, archived or not. */
export async function findMacro(db: Kysely<Tables>, id: string): Promise<MacroRow | null> {
  return (await db.selectFrom('macros').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Inserts a macro. */
export async function insertMacro(db: Kysely<Tables>, macro: Insertable<MacrosTable>): Promise<void> {
  await db.insertInto('macros').values(macro).execute();
}

/** Updates a macro. */
export async function updateMacro(
  db: Kysely<Tables>,
  id: string,
  change: Omit<Updateable<MacrosTable>, 'id'>,
): Promise<void> {
  await db.updateTable('macros').set(change).where('id', '=', id).execute();
}

/** The current titles of macros, by id. */
export async function macroTitles(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('macros')
    .select(['id', 'title'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
