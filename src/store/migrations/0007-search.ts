import { type Kysely, sql } from 'kysely';
import { engineOf } from '../engine.ts';
import { insertWords } from '../search.ts';
import { shopWords } from '../shops.ts';
import type { Tables } from '../tables/tables.ts';
import { textType } from './column-types.ts';

/** Messages that are folded in one go while the tables are made. */
const BATCH = 500;

/**
 * The words of every message, the first one's with the subject, and of every shop. The databases differ in how they keep words: SQLite has
 * FTS5, whose rows are called by the message's id and hold no text; PostgreSQL a column of lexemes with an index.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const isPostgres = engineOf(db) === 'postgres';
  if (isPostgres) {
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
  await fillMessageWords(db as unknown as Kysely<Tables>);
  await fillShopWords(db as unknown as Kysely<Tables>);
}

/** What was written before there was a search can be found too. */
export async function fillMessageWords(db: Kysely<Tables>): Promise<void> {
  for (let last = 0; ; ) {
    const messages = await db
      .selectFrom('messages')
      .innerJoin('tickets', 'tickets.number', 'messages.ticket_number')
      .select(['messages.id', 'messages.text', 'messages.position', 'tickets.subject'])
      .where('messages.id', '>', last)
      .orderBy('messages.id')
      .limit(BATCH)
      .execute();
    for (const { id, text, position, subject } of messages) {
      await insertWords(db, id, position === 1 ? `${subject} ${text}` : text);
    }
    last = messages.at(-1)?.id ?? 0;
    if (messages.length < BATCH) break;
  }
}

async function fillShopWords(db: Kysely<Tables>): Promise<void> {
  for (const shop of await db.selectFrom('shops').selectAll().execute()) {
    await db
      .updateTable('shops')
      .set({ words: shopWords(shop) })
      .where('id', '=', shop.id)
      .execute();
  }
}
