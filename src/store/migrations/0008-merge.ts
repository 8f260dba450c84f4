import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';

/** Merged tickets: which one goes on in their stead, and where a message was written first. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .alterTable('tickets')
    .addColumn('merged_into', text, (column) => column.references('tickets.number'))
    .execute();
  await db.schema.createIndex('tickets_merged').on('tickets').column('merged_into').execute();
  await db.schema
    .alterTable('messages')
    .addColumn('merged_from', text, (column) => column.references('tickets.number'))
    .execute();
}
