import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** Threads: positions of messages, seen marks, the promise, closing, revoked tokens, and a version for `ETag`. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  const tickets = db.schema.alterTable('tickets');
  await tickets.addColumn('waiting_since', text).execute();
  await tickets.addColumn('closed_at', text).execute();
  await tickets.addColumn('token_revoked_at', text).execute();
  await tickets.addColumn('changed_at', text, (column) => column.notNull().defaultTo('')).execute();
  await tickets.addColumn('version', 'integer', (column) => column.notNull().defaultTo(1)).execute();
  await tickets.addColumn('message_count', 'integer', (column) => column.notNull().defaultTo(1)).execute();
  await tickets.addColumn('customer_seen', 'integer', (column) => column.notNull().defaultTo(1)).execute();
  await tickets.addColumn('agent_seen', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await sql`update tickets set waiting_since = received_at, changed_at = received_at`.execute(db);
  await db.schema.createIndex('tickets_shop').on('tickets').columns(['shop_id', 'sequence']).execute();
  await db.schema.createIndex('tickets_quiet').on('tickets').columns(['status', 'changed_at']).execute();

  await db.schema.alterTable('messages').addColumn('position', 'integer').execute();
  await sql`update messages set position = 1`.execute(db);
  await db.schema
    .createIndex('messages_position')
    .unique()
    .on('messages')
    .columns(['ticket_number', 'position'])
    .execute();
}
