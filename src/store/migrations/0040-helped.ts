import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** What customers say of a solution: that it helped, or that it did not; reports count it by topic. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('helped', textType(db)).execute();
  await db.schema.dropIndex('tickets_received').execute();
  await db.schema
    .createIndex('tickets_received')
    .on('tickets')
    .columns(['received_at', 'sequence', 'channel', 'topic', 'covered', 'scope_rule', 'topic_sent', 'helped'])
    .execute();
}
