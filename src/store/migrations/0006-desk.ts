import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** What the desk adds to a ticket: its assignee, and until when it is snoozed. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  for (const [column, of] of [
    ['assignee_id', 'agents.id'],
    ['snoozed_until', null],
  ] as const) {
    await db.schema
      .alterTable('tickets')
      .addColumn(column, text, (added) => (of ? added.references(of) : added))
      .execute();
  }
  await db.schema
    .createIndex('tickets_assignee')
    .on('tickets')
    .columns(['assignee_id', 'queue_waiting', 'sequence'])
    .execute();
}
