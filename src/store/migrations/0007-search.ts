import { type Kysely, sql } from 'kysely';
import { isPostgres, textType } from './column-types.ts';
import { fillMessageWords, folded, type WordTables } from './message-words.ts';

interface SearchTables extends WordTables {
  shops: {
    id: number;
    shop_name: string;
    support_number: string;
    install_url: string;
    contact_email: string;
    words: string;
  };
}

/**
 * The words of every message (the first one with the subject) and of every shop. The databases store words differently:
 * SQLite in an FTS5 table with the message's id and no text, PostgreSQL in a column of lexemes with an index.
 */
export async function up(db: Kysely<SearchTables>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create table message_words (message_id integer primary key references messages(id), words tsvector not null)`.execute(
      db,
    );
    await sql`create index message_words_index on message_words using gin (words)`.execute(db);
  } else {
    await sql`create virtual table message_words using fts5(words, content='', detail=none, tokenize='unicode61')`.execute(
      db,
    );
  }
  await db.schema
    .alterTable('shops')
    .addColumn('words', textType(db), (column) => column.notNull().defaultTo(''))
    .execute();
  await sql`create index tickets_email on tickets (lower(contact_email))`.execute(db);
  // Older messages can be found too.
  await fillMessageWords(db);
  await fillShopWords(db);
}

async function fillShopWords(db: Kysely<SearchTables>): Promise<void> {
  for (const shop of await db.selectFrom('shops').selectAll().execute()) {
    const text = [shop.shop_name, shop.support_number, shop.install_url, shop.contact_email].join(' ');
    await db
      .updateTable('shops')
      .set({ words: folded(text).join(' ') })
      .where('id', '=', shop.id)
      .execute();
  }
}
