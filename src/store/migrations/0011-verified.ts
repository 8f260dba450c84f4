import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/**
 * The proof of a ticket's sender, and a key that keeps an extension package from being added twice.
 *
 * For older tickets it was not recorded whether a session opened them: those of the channel `panel` count as sent by a
 * page of the registered address, which is certain.
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
