import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** Second factors of agents, sign-ins between password and second factor, challenges, and when a session was proven. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('agent_passkeys')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('credential_id', text, (column) => column.notNull().unique())
    .addColumn('agent_id', text, (column) => column.notNull().references('agents.id'))
    .addColumn('public_key', text, (column) => column.notNull())
    // Up to 32 bits without a sign: more than `integer`, and `bigint` comes back from PostgreSQL as a text.
    .addColumn('counter', 'double precision', (column) => column.notNull())
    .addColumn('transports', text, (column) => column.notNull())
    .addColumn('backed_up', 'integer', (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('last_used_at', text)
    .execute();
  await db.schema.createIndex('agent_passkeys_agent').on('agent_passkeys').column('agent_id').execute();
  await db.schema
    .createTable('agent_totp')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('agent_id', text, (column) => column.notNull().references('agents.id'))
    .addColumn('sealed', text, (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('confirmed_at', text)
    .addColumn('last_step', 'integer')
    .execute();
  await db.schema.createIndex('agent_totp_agent').on('agent_totp').column('agent_id').execute();
  await db.schema
    .createTable('agent_recovery_codes')
    .addColumn('code_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('agent_id', text, (column) => column.notNull().references('agents.id'))
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('used_at', text)
    .execute();
  await db.schema.createIndex('agent_recovery_codes_agent').on('agent_recovery_codes').column('agent_id').execute();
  await db.schema
    .createTable('half_sign_ins')
    .addColumn('token_hash', text, (column) => column.primaryKey().notNull())
    .addColumn('agent_id', text, (column) => column.notNull().references('agents.id'))
    .addColumn('password_hash', text, (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('half_sign_ins_agent').on('half_sign_ins').column('agent_id').execute();
  await db.schema
    .createTable('passkey_challenges')
    .addColumn('bound_to', text, (column) => column.notNull())
    .addColumn('purpose', text, (column) => column.notNull())
    .addColumn('challenge', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('passkey_challenges_key', ['bound_to', 'purpose'])
    .execute();
  await db.schema.createIndex('passkey_challenges_end').on('passkey_challenges').column('expires_at').execute();
  await db.schema
    .createTable('second_factor_rules')
    .addColumn('role', text, (column) => column.primaryKey().notNull())
    .addColumn('in_force_since', text, (column) => column.notNull())
    .execute();
  await db.schema.alterTable('agent_sessions').addColumn('proven_at', text).execute();
}
