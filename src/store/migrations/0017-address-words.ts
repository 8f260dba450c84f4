import type { Kysely } from 'kysely';
import { textType } from './column-types.ts';
import { folded } from './message-words.ts';

interface AddressTables {
  shop_addresses: { id: number; address: string; words: string };
}

/** Shops are found by the words of all their addresses, not only of the current one. */
export async function up(db: Kysely<AddressTables>): Promise<void> {
  const words = textType(db);
  await db.schema
    .alterTable('shop_addresses')
    .addColumn('words', words, (column) => column.notNull().defaultTo(''))
    .execute();
  for (const { id, address } of await db.selectFrom('shop_addresses').select(['id', 'address']).execute()) {
    await db
      .updateTable('shop_addresses')
      .set({ words: folded(address).join(' ') })
      .where('id', '=', id)
      .execute();
  }
}
