import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** One-time codes, with which an agent sets a password: one of an agent at a time. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('agent_codes')
    .addColumn('agent_id', text, (column) => column.primaryKey().references('agents.id'))
    .addColumn('code_hash', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .execute();
}
