import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** When the scanner is to look at a file, and how often it failed at it. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('uploads')
    .addColumn('scan_failures', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('uploads').addColumn('scan_due_at', textType(db)).execute();
  await db.schema.dropIndex('uploads_to_scan').execute();
  await sql`create index uploads_scan_due on uploads (scan_due_at) where scan_due_at is not null`.execute(db);
  await sql`create index uploads_unscanned on uploads (id) where scan in ('waiting', 'failed')`.execute(db);
}
