import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** Merged tickets: the ticket they were merged into, and where a message was written first. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('tickets')
    .addColumn('merged_into', text, (column) => column.references('tickets.number'))
    .execute();
  // Only of merged tickets: SQLite would use an index with all others under null to read the list of all tickets.
  await sql`create index tickets_merged on tickets (merged_into) where merged_into is not null`.execute(db);
  await db.schema
    .alterTable('messages')
    .addColumn('merged_from', text, (column) => column.references('tickets.number'))
    .execute();
}
