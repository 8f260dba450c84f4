import { type Kysely, sql } from 'kysely';
import { idColumn, textType } from './column-types.ts';

/** Shares of quotas, blocks and alarms; an agent's word about the sender of a ticket. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema.alterTable('tickets').addColumn('proof_sent', text).execute();
  await db.schema.createIndex('tickets_token').on('tickets').column('token_hash').execute();
  await addSenders(db);
  await addShares(db);
  await db.schema
    .createTable('blocks')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('shop_id', 'integer', (column) => column.references('shops.id'))
    .addColumn('range', text)
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('added_by', text, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('until', text, (column) => column.notNull())
    .addColumn('lifted_at', text)
    .addColumn('lifted_by', text)
    .execute();
  await db.schema.createIndex('blocks_until').on('blocks').column('until').execute();
  await db.schema
    .createTable('alarms')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('shop_id', 'integer', (column) => column.references('shops.id'))
    .addColumn('raised_at', text, (column) => column.notNull())
    .addColumn('acknowledged_at', text)
    .addColumn('acknowledged_by', text)
    .execute();
  await db.schema.createIndex('alarms_raised').on('alarms').columns(['kind', 'raised_at']).execute();
  // Only these are counted by time.
  await sql`create index audit_failed_sign_ins on audit (at) where action = 'agent.sign-in-failed'`.execute(db);
}

/** The senders of tickets from pages. Those of older tickets are not known: their addresses were not kept. */
async function addSenders(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('senders')
    .addColumn('ticket_number', text, (column) => column.primaryKey().notNull().references('tickets.number'))
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('address_hash', text, (column) => column.notNull())
    .addColumn('standing', text, (column) => column.notNull())
    .addColumn('sent_at', text, (column) => column.notNull())
    .addColumn('answered_at', text)
    .execute();
  await db.schema.createIndex('senders_sent').on('senders').columns(['shop_id', 'sent_at']).execute();
  await db.schema.createIndex('senders_address').on('senders').columns(['shop_id', 'address_hash']).execute();
  await db.schema.createIndex('senders_old').on('senders').column('sent_at').execute();
}

/** Files of before, which were counted apart by their owner: those of sessions are proven, the others take no share of strangers. */
async function addShares(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  const uploads = db.schema.alterTable('uploads');
  await uploads.addColumn('standing', text, (column) => column.notNull().defaultTo('usual')).execute();
  await uploads.addColumn('address_hash', text).execute();
  await sql`update uploads set standing = 'proven' where owner like 'shop:%'`.execute(db);
}
