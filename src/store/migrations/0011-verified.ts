import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/**
 * How far a ticket's sender was proven, and what keeps an extension package from being added twice.
 *
 * Of tickets that came before, nobody wrote down whether a session opened them: those of the channel `panel` count as what
 * is certain, a page of the registered address.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('tickets')
    .addColumn('proof', text, (column) => column.notNull().defaultTo('unverified'))
    .execute();
  await sql`update tickets set proof = channel where channel in ('panel', 'phone')`.execute(db);
  await db.schema.alterTable('support_packages').addColumn('request_key', text).execute();
  await db.schema
    .createIndex('support_packages_request')
    .unique()
    .on('support_packages')
    .column('request_key')
    .execute();
}
