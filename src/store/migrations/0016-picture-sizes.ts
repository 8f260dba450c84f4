import type { Kysely } from 'kysely';

/** Pixels of pictures, by their headers. Those of before keep none: who shows them reads the header of the bytes. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('uploads').addColumn('width', 'integer').execute();
  await db.schema.alterTable('uploads').addColumn('height', 'integer').execute();
}
