import { type Kysely, sql } from 'kysely';
import { idColumn, textType } from './column-types.ts';

interface AddressTables {
  shops: { id: number; shop_key: string; install_url: string; imported_at: string };
  shop_addresses: {
    shop_id: number;
    kind: string;
    address: string;
    host: string;
    path: string;
    since: string;
    until: string | null;
  };
}

/**
 * A shop has addresses instead of one key; whether its tickets need a session; and of each ticket the host it came from,
 * which is not known of older ones.
 */
export async function up(db: Kysely<AddressTables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('shop_addresses')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('shop_id', 'integer', (column) => column.notNull().references('shops.id'))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('address', text, (column) => column.notNull())
    .addColumn('host', text, (column) => column.notNull())
    .addColumn('path', text, (column) => column.notNull())
    .addColumn('since', text, (column) => column.notNull())
    .addColumn('until', text)
    .execute();
  await db.schema.createIndex('shop_addresses_host').on('shop_addresses').column('host').execute();
  await db.schema.createIndex('shop_addresses_shop').on('shop_addresses').column('shop_id').execute();
  await sql`create unique index shop_addresses_current on shop_addresses (shop_id) where kind = 'shop'`.execute(db);
  await moveKeys(db);
  await db.schema.alterTable('shops').dropColumn('shop_key').execute();

  await db.schema
    .alterTable('shops')
    .addColumn('signature', text, (column) => column.notNull().defaultTo('optional'))
    .execute();
  const tickets = db.schema.alterTable('tickets');
  await tickets.addColumn('from_host', text).execute();
  await tickets.addColumn('from_other_shop', 'integer', (column) => column.notNull().defaultTo(0)).execute();
}

/** A key was the host followed by the path. */
async function moveKeys(db: Kysely<AddressTables>): Promise<void> {
  const shops = await db.selectFrom('shops').select(['id', 'shop_key', 'install_url', 'imported_at']).execute();
  for (const { id, shop_key, install_url, imported_at } of shops) {
    const slash = shop_key.indexOf('/');
    const host = slash === -1 ? shop_key : shop_key.slice(0, slash);
    const row = { kind: 'shop', address: install_url, host, path: shop_key.slice(host.length) };
    if (host === '') continue;
    await db
      .insertInto('shop_addresses')
      .values({ ...row, shop_id: id, since: imported_at, until: null })
      .execute();
  }
}
