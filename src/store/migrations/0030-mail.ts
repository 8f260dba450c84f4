import { type Kysely, sql } from 'kysely';
import { blobType, idColumn, textType } from './column-types.ts';

/** Mail: what goes out and came in, links and codes that open one ticket. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  const tickets = () => db.schema.alterTable('tickets');
  await tickets()
    .addColumn('language', text, (column) => column.notNull().defaultTo('pl'))
    .execute();
  await tickets()
    .addColumn('link_version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await tickets().addColumn('mail_ended_at', text).execute();
  await tickets().addColumn('late_warned_at', text).execute();
  const messages = () => db.schema.alterTable('messages');
  await messages().addColumn('via', text).execute();
  await messages().addColumn('from_address', text).execute();
  await messages().addColumn('from_proof', text).execute();
  await messages().addColumn('copied_to', text).execute();
  await messages().addColumn('quoted', text).execute();
  await addDeliveries(db);
  await addMails(db);
  await addLinks(db);
}

async function addDeliveries(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('event_id', 'integer', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('counted_as', text, (column) => column.notNull())
    .addColumn('ticket_number', text, (column) => column.references('tickets.number'))
    .addColumn('shop_id', 'integer', (column) => column.references('shops.id'))
    .addColumn('mail_id', 'integer')
    .addColumn('thread_message', 'integer')
    .addColumn('incident_id', 'integer')
    .addColumn('language', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('due_at', text, (column) => column.notNull())
    .addColumn('lease_until', text)
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('message_id', text)
    .addColumn('server_id', text)
    .addColumn('server_reply', text)
    .addColumn('sent_at', text)
    .execute();
  await sql`create unique index deliveries_once on deliveries (event_id, recipient, kind)`.execute(db);
  await sql`create index deliveries_due on deliveries (due_at) where state = 'due'`.execute(db);
  await db.schema.createIndex('deliveries_counted').on('deliveries').columns(['counted_as', 'created_at']).execute();
  await db.schema.createIndex('deliveries_ticket').on('deliveries').column('ticket_number').execute();
  await db.schema.createIndex('deliveries_created').on('deliveries').column('created_at').execute();
  await sql`create index deliveries_server_id on deliveries (server_id) where server_id is not null`.execute(db);
  await db.schema
    .createTable('mail_addresses')
    .addColumn('address', text, (column) => column.primaryKey().notNull())
    .addColumn('wrote_at', text)
    .addColumn('bounced_at', text)
    .addColumn('bounce_status', text)
    .execute();
  await db.schema
    .createTable('mail_service')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('alert_email', text)
    .addColumn('own_addresses', text, (column) => column.notNull())
    .addColumn('opening_hours', text, (column) => column.notNull())
    .addColumn('stopped_at', text)
    .addColumn('stopped_reason', text)
    .execute();
}

async function addMails(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('mails')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('content_key', text, (column) => column.notNull().unique())
    .addColumn('mailbox', text, (column) => column.notNull())
    .addColumn('uid_validity', text, (column) => column.notNull())
    .addColumn('uid', 'integer', (column) => column.notNull())
    .addColumn('stored_at', text, (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('raw', blobType(db))
    .addColumn('fate', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('ticket_number', text, (column) => column.references('tickets.number'))
    .addColumn('shop_id', 'integer', (column) => column.references('shops.id'))
    .addColumn('header_id', text)
    .addColumn('from_address', text)
    .addColumn('from_name', text)
    .addColumn('subject', text)
    .addColumn('language', text, (column) => column.notNull())
    .addColumn('is_aligned', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_until', text)
    .addColumn('asked_at', text)
    .addColumn('handled_by', text)
    .addColumn('handled_at', text)
    .execute();
  await db.schema.createIndex('mails_fate').on('mails').columns(['fate', 'id']).execute();
  await db.schema.createIndex('mails_ticket').on('mails').column('ticket_number').execute();
  await sql`create index mails_raw on mails (stored_at) where raw is not null`.execute(db);
  await db.schema.createIndex('mails_header').on('mails').column('header_id').execute();
  await db.schema
    .createTable('mailboxes')
    .addColumn('name', text, (column) => column.primaryKey().notNull())
    .addColumn('holder', text)
    .addColumn('lease_until', text)
    .addColumn('read_at', text)
    .addColumn('failed_at', text)
    .addColumn('failure', text)
    .execute();
}

async function addLinks(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('link_sessions')
    .addColumn('token_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('link_version', 'integer', (column) => column.notNull())
    .addColumn('via', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('link_sessions_end').on('link_sessions').column('expires_at').execute();
  await db.schema
    .createTable('ticket_codes')
    .addColumn('ticket_number', text, (column) => column.primaryKey().notNull().references('tickets.number'))
    .addColumn('code_hash', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}
