import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** What a scanner says of files, and when their bytes were deleted. Files of before were never looked at. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('uploads')
    .addColumn('scan', text, (column) => column.notNull().defaultTo('none'))
    .execute();
  await db.schema.alterTable('uploads').addColumn('freed_at', text).execute();
  await sql`create index uploads_to_scan on uploads (created_at) where scan in ('none', 'waiting', 'failed')`.execute(
    db,
  );
}
