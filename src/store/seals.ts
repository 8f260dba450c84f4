import type { Kysely } from 'kysely';
import type { Tables } from './tables/tables.ts';

/** Every kind of seal that is stored, by the table that holds it. */
export const SEALED = ['sealed_keys', 'shop_secrets', 'agent_totp'] as const;
export type Sealed = (typeof SEALED)[number];

/** A sealed text and what names it in its table. */
export interface SealRow {
  name: string;
  sealed: string;
}

/** A key of the service itself. */
export async function findSealedKey(db: Kysely<Tables>, name: string): Promise<string | null> {
  const row = await db.selectFrom('sealed_keys').select('sealed').where('name', '=', name).executeTakeFirst();
  return row?.sealed ?? null;
}

export async function insertSealedKey(db: Kysely<Tables>, row: SealRow): Promise<void> {
  await db.insertInto('sealed_keys').values(row).execute();
}

/** The seals of a table after a name, in order. */
export async function sealsAfter(db: Kysely<Tables>, table: Sealed, after: string, limit: number): Promise<SealRow[]> {
  if (table === 'sealed_keys')
    return db
      .selectFrom(table)
      .select(['name', 'sealed'])
      .where('name', '>', after)
      .orderBy('name')
      .limit(limit)
      .execute();
  return db
    .selectFrom(table)
    .select(['id as name', 'sealed'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Puts a new seal in the place of one that stands as it was read; false when somebody was faster. */
export async function replaceSeal(
  db: Kysely<Tables>,
  table: Sealed,
  { name, sealed }: SealRow,
  fresh: string,
): Promise<boolean> {
  const { numUpdatedRows } =
    table === 'sealed_keys'
      ? await db
          .updateTable(table)
          .set({ sealed: fresh })
          .where('name', '=', name)
          .where('sealed', '=', sealed)
          .executeTakeFirstOrThrow()
      : await db
          .updateTable(table)
          .set({ sealed: fresh })
          .where('id', '=', name)
          .where('sealed', '=', sealed)
          .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
