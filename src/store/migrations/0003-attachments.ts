import type { Kysely } from 'kysely';
import { blobType, textType } from './column-types.ts';

/** Files as rows of their parts: backed up with the rest, and claimed in a ticket's transaction. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('uploads')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('received', 'integer', (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('message_id', 'integer', (column) => column.references('messages.id'))
    .addColumn('place', 'integer')
    .execute();
  await db.schema.createIndex('uploads_message').on('uploads').columns(['message_id', 'place']).execute();
  await db.schema.createIndex('uploads_shop').on('uploads').columns(['shop_id', 'message_id']).execute();
  await db.schema.createIndex('uploads_created').on('uploads').columns(['message_id', 'created_at']).execute();
  await db.schema
    .createTable('upload_parts')
    .addColumn('upload_id', text, (column) => column.notNull().references('uploads.id').onDelete('cascade'))
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('content', blobType(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_parts_key', ['upload_id', 'part'])
    .execute();
}
