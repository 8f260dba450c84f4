import type { Kysely, Selectable } from 'kysely';
import type { SettingsTable } from './tables/settings.ts';
import type { Tables } from './tables/tables.ts';

export type SettingRow = Selectable<SettingsTable>;

/** All settings that were changed at the desk. */
export async function storedSettings(db: Kysely<Tables>): Promise<SettingRow[]> {
  return db.selectFrom('settings').selectAll().execute();
}

/** Inserts or updates a setting. */
export async function putSetting(db: Kysely<Tables>, { name, ...row }: SettingRow): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}
