import { type Kysely, sql } from 'kysely';
import { idColumn, textType } from './column-types.ts';
import { fillWaits, type WaitTables } from './fill-waits.ts';

/**
 * The data of reports: each time a customer waited for us, filled in for older tickets, and the tickets by the time
 * they came. Both indexes contain all counted columns, so that a year is read without reading any row.
 */
export async function up(db: Kysely<WaitTables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('waits')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('began_at', text, (column) => column.notNull())
    .addColumn('due_at', text)
    .addColumn('ended_at', text)
    .addColumn('ended_by', text)
    .addColumn('answer_seconds', 'integer')
    .execute();
  await fillWaits(db);
  await sql`create unique index waits_open on waits (ticket_number) where ended_at is null`.execute(db);
  await db.schema.createIndex('waits_ticket').on('waits').columns(['ticket_number', 'began_at']).execute();
  await db.schema
    .createIndex('waits_began')
    .on('waits')
    .columns(['began_at', 'channel', 'due_at', 'ended_at', 'ended_by', 'answer_seconds'])
    .execute();
  await db.schema
    .createIndex('tickets_received')
    .on('tickets')
    .columns(['received_at', 'sequence', 'channel', 'topic', 'covered', 'scope_rule'])
    .execute();
}
