import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** Keys of the service itself, sealed: one of them shows at the start whether `SECRET_KEYS` are the right ones. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('sealed_keys')
    .addColumn('name', text, (column) => column.primaryKey().notNull())
    .addColumn('sealed', text, (column) => column.notNull())
    .execute();
}
