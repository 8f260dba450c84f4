import { type Kysely, sql } from 'kysely';
import { idColumn, textType } from './column-types.ts';

/** The registry, tickets with their first message, the gapless counter, idempotency keys and the audit trail. */
export async function up(db: Kysely<never>): Promise<void> {
  await createRegistry(db);
  await createTickets(db);
  await createBookkeeping(db);
}

async function createRegistry(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('shops')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('support_number', text, (column) => column.notNull().unique())
    .addColumn('shop_key', text, (column) => column.notNull())
    .addColumn('install_url', text, (column) => column.notNull())
    .addColumn('edition', text, (column) => column.notNull())
    .addColumn('purchased_on', text, (column) => column.notNull())
    .addColumn('support_months', 'integer', (column) => column.notNull())
    .addColumn('bought_directly', 'integer', (column) => column.notNull())
    .addColumn('licence_state', text, (column) => column.notNull())
    .addColumn('shop_name', text, (column) => column.notNull())
    .addColumn('contact_email', text, (column) => column.notNull())
    .addColumn('shop_version', text)
    .addColumn('imported_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('support_packages')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('purchased_on', text, (column) => column.notNull())
    .addColumn('months', 'integer', (column) => column.notNull())
    .addColumn('added_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('support_packages_shop').on('support_packages').column('shop_id').execute();
  await db.schema
    .createTable('releases')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('announced_at', text, (column) => column.notNull())
    .execute();
}

async function createTickets(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('tickets')
    .addColumn('number', text, (column) => column.primaryKey().notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull().unique())
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('topic', text, (column) => column.notNull())
    .addColumn('covered', 'integer', (column) => column.notNull())
    .addColumn('scope_rule', text)
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('contact_email', text, (column) => column.notNull())
    .addColumn('contact_name', text)
    .addColumn('contact_phone', text)
    .addColumn('outage_facts', text, (column) => column.notNull())
    .addColumn('diagnostics', text)
    .addColumn('token_hash', text, (column) => column.notNull())
    .addColumn('received_at', text, (column) => column.notNull())
    .addColumn('answer_by', text)
    .addColumn('queue_waiting', 'integer', (column) => column.notNull())
    .addColumn('queue_outage', 'integer', (column) => column.notNull())
    .addColumn('queue_channel_rank', 'integer', (column) => column.notNull())
    .addColumn('queue_due_at', text, (column) => column.notNull())
    .execute();
  await createQueueIndexes(db);
  await db.schema
    .createTable('messages')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('sender', text, (column) => column.notNull())
    .addColumn('author', text)
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('sent_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('messages_ticket').on('messages').columns(['ticket_number', 'id']).execute();
}

/** One index for each of the three range queries of `store/queue`. */
async function createQueueIndexes(db: Kysely<never>): Promise<void> {
  await db.schema
    .createIndex('tickets_outages')
    .on('tickets')
    .columns(['queue_waiting', 'queue_outage', 'received_at', 'sequence'])
    .execute();
  await db.schema
    .createIndex('tickets_due')
    .on('tickets')
    .columns(['queue_waiting', 'queue_outage', 'queue_due_at', 'sequence'])
    .execute();
  await db.schema
    .createIndex('tickets_queue')
    .on('tickets')
    .columns(['queue_waiting', 'queue_outage', 'queue_channel_rank', 'queue_due_at', 'sequence'])
    .execute();
}

async function createBookkeeping(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('key', text, (column) => column.primaryKey().notNull())
    .addColumn('request_hash', text, (column) => column.notNull())
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('response_body', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('action', text, (column) => column.notNull())
    .addColumn('ticket_number', text)
    .addColumn('details', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_ticket').on('audit').column('ticket_number').execute();
  await db.schema
    .createTable('counters')
    .addColumn('name', text, (column) => column.primaryKey().notNull())
    .addColumn('value', 'integer', (column) => column.notNull())
    .execute();
  // Seven digits from the first ticket on, so that no customer learns that they are the third.
  await sql`insert into counters (name, value) values ('ticket', 100000)`.execute(db);
}
