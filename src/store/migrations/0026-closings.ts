import type { Kysely } from 'kysely';
import { idColumn, textType } from './column-types.ts';

/** What is needed to undo a closing of many tickets; files whose bytes wait to be deleted. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('closings')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('closed_at', text, (column) => column.notNull())
    .addColumn('before', text, (column) => column.notNull())
    .addColumn('undone_at', text)
    .addColumn('undone', text)
    .execute();
  await db.schema.alterTable('uploads').addColumn('withheld_bytes', 'integer').execute();
  await db.schema
    .createIndex('uploads_withheld')
    .on('uploads')
    .column('freed_at')
    .where('withheld_bytes' as never, 'is not', null)
    .execute();
}
