import type { Kysely } from 'kysely';
import { idColumn, textType } from './column-types.ts';

/** Notices in panels: incidents, advisories and news of versions, for all shops or some versions. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('notices')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('title_en', text)
    .addColumn('text_en', text)
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('until', text)
    .addColumn('from_version', text)
    .addColumn('to_version', text)
    .execute();
  await db.schema.createIndex('notices_until').on('notices').column('until').execute();
}
