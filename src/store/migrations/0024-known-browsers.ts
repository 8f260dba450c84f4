import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** Browsers in which agents have signed in. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('agent_browsers')
    .addColumn('token_hash', text, (column) => column.notNull())
    .addColumn('agent_id', text, (column) => column.notNull().references('agents.id'))
    .addColumn('expires_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('agent_browsers_key', ['token_hash', 'agent_id'])
    .execute();
  await db.schema.createIndex('agent_browsers_end').on('agent_browsers').column('expires_at').execute();
}
