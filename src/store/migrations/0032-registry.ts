import type { Kysely } from 'kysely';
import { idColumn, textType } from './column-types.ts';

/** What rules need of a shop, the history of each shop, and keys of other systems of the vendor. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  const shops = () => db.schema.alterTable('shops');
  for (const name of ['installed_on', 'individual_terms', 'purchase_account', 'seller', 'note', 'ended_at']) {
    await shops().addColumn(name, text).execute();
  }
  await shops()
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createTable('shop_changes')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('actor', text, (column) => column.notNull())
    .addColumn('field', text, (column) => column.notNull())
    .addColumn('before', text)
    .addColumn('after', text)
    .execute();
  await db.schema.createIndex('shop_changes_shop').on('shop_changes').columns(['shop_id', 'id']).execute();
  await db.schema
    .createTable('api_keys')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('scopes', text, (column) => column.notNull())
    .addColumn('key_hash', text, (column) => column.notNull().unique())
    .addColumn('made_at', text, (column) => column.notNull())
    .addColumn('made_by', text, (column) => column.notNull())
    .addColumn('used_at', text)
    .addColumn('revoked_at', text)
    .addColumn('revoked_by', text)
    .execute();
}
