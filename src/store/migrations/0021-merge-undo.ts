import { type Kysely, sql } from 'kysely';
import { idColumn, textType } from './column-types.ts';

/** What a token opens after a merge, what is needed to undo one, and the audit of what agents read. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema.alterTable('tickets').addColumn('person', text).execute();
  await db.schema.alterTable('tickets').addColumn('proof_alone', text).execute();
  await db.schema.alterTable('messages').addColumn('sent_under', text).execute();
  await db.schema
    .createTable('merges')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('from_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('into_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('merged_at', text, (column) => column.notNull())
    .addColumn('last_message', 'integer', (column) => column.notNull())
    .addColumn('before', text, (column) => column.notNull())
    .addColumn('undone_at', text)
    .execute();
  await db.schema.createIndex('merges_from').on('merges').column('from_number').execute();
  // Only these are looked for by agent and time.
  await sql`create index audit_ticket_reads on audit (actor, at) where action = 'read.ticket'`.execute(db);
  // Until today a merge opened the whole thread to both senders, and the dialog said so.
  await sql`update tickets set person = merged_into where merged_into is not null`.execute(db);
}
