import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** Identity: secrets and sessions of shops, agents and their sessions. Tokens are stored as hashes only. */
export async function up(db: Kysely<never>): Promise<void> {
  await createShopIdentity(db);
  await createAgents(db);
}

async function createShopIdentity(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('shop_secrets')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('sealed', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('revoked_at', text)
    .execute();
  await db.schema.createIndex('shop_secrets_shop').on('shop_secrets').column('shop_id').execute();
  await db.schema
    .createTable('used_assertions')
    .addColumn('assertion_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('used_assertions_end').on('used_assertions').column('expires_at').execute();
  await db.schema
    .createTable('shop_sessions')
    .addColumn('token_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('secret_id', text, (column) => column.notNull().references('shop_secrets.id'))
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('shop_sessions_end').on('shop_sessions').column('expires_at').execute();
  await db.schema.createIndex('shop_sessions_secret').on('shop_sessions').column('secret_id').execute();
}

async function createAgents(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('agents')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('email', text, (column) => column.notNull().unique())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('role', text, (column) => column.notNull())
    .addColumn('password_hash', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('disabled_at', text)
    .execute();
  await db.schema
    .createTable('agent_sessions')
    .addColumn('token_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('agent_id', text, (column) => column.notNull().references('agents.id'))
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('last_used_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('agent_sessions_agent').on('agent_sessions').column('agent_id').execute();
}
