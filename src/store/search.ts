import { type Kysely, sql } from 'kysely';
import { foldToWords } from '../contract/fold.ts';
import type { InstantText } from './instants.ts';
import { engineOf } from './open.ts';
import { type ShopRow, shopsHaving } from './shops.ts';
import type { Tables } from './tables/tables.ts';

/** Messages per query. Most often each belongs to another ticket, so one query is enough. */
const MESSAGES_AT_ONCE = 100;

/** The most queries for one search, for tickets with long threads full of the same words. */
const MOST_LOOKS = 10;

/** When this many of the newest messages do not fill a page, the word is rare and PostgreSQL's full index is cheap. */
const NEWEST = 2000;

/** Greater than the id of every message. */
const BEHIND_ALL = 2 ** 31 - 1;

/** Only this many first letters of a searched word count: the FTS5 prefix index holds no more. */
const LETTERS_THAT_COUNT = 10;

/**
 * Indexes the words of a message, in the transaction that writes it. Each word is cut to the letters that count: of
 * words longer than 2046 bytes, such as a key out of a log, PostgreSQL silently stores a wrong remainder.
 * @param text with the subject, for a ticket's first message
 */
export async function insertWords(db: Kysely<Tables>, messageId: number, text: string): Promise<void> {
  const words = wordsThatCount(text).join(' ');
  await (engineOf(db) === 'postgres'
    ? sql`insert into message_words (message_id, words) values (${messageId}, array_to_tsvector(array_remove(string_to_array(${words}, ' '), '')))`
    : sql`insert into message_words (rowid, words) values (${messageId}, ${words})`
  ).execute(db);
}

/**
 * Indexes other words of a message than it had.
 * @param before the very text that was indexed: on SQLite the index keeps none of it
 */
export async function replaceWords(
  db: Kysely<Tables>,
  messageId: number,
  { before, after }: { before: string; after: string },
): Promise<void> {
  if (engineOf(db) === 'postgres') await sql`delete from message_words where message_id = ${messageId}`.execute(db);
  else {
    const words = wordsThatCount(before).join(' ');
    await sql`insert into message_words (message_words, rowid, words) values ('delete', ${messageId}, ${words})`.execute(
      db,
    );
  }
  await insertWords(db, messageId, after);
}

/**
 * Tickets with a message that has every searched word, or a word that begins with it (first ten letters); those with
 * the newest message first.
 * @param asked the query as typed; without a letter or digit nothing is found
 */
export async function ticketsWithWords(db: Kysely<Tables>, asked: string, limit: number): Promise<string[]> {
  const words = wordsThatCount(asked);
  if (words.length === 0) return [];
  return engineOf(db) === 'postgres' ? wordsOnPostgres(db, words, limit) : wordsOnSqlite(db, words, limit);
}

function wordsThatCount(text: string): string[] {
  const words = foldToWords(text).split(' ').filter(Boolean);
  return words.map((word) => [...word].slice(0, LETTERS_THAT_COUNT).join(''));
}

/** FTS5 returns the newest messages first and finds no more than are read. */
async function wordsOnSqlite(db: Kysely<Tables>, words: readonly string[], limit: number): Promise<string[]> {
  const query = words.map((word) => `"${word}"*`).join(' AND ');
  const tickets = new Set<string>();
  for (let look = 0, before = BEHIND_ALL; look < MOST_LOOKS && tickets.size < limit; look++) {
    const { rows } = await sql<{ id: number; ticket_number: string }>`
      select messages.id, messages.ticket_number
      from message_words join messages on messages.id = message_words.rowid
      where message_words match ${query} and message_words.rowid < ${before}
      order by message_words.rowid desc limit ${MESSAGES_AT_ONCE}`.execute(db);
    for (const { ticket_number } of rows) tickets.add(ticket_number);
    const last = rows.at(-1);
    if (!last || rows.length < MESSAGES_AT_ONCE) break;
    before = last.id;
  }
  return [...tickets].slice(0, limit);
}

/**
 * A GIN index returns all messages with a word, in no order. For a word that it takes for common, such as one that was
 * never written, PostgreSQL would read all messages backwards. So the newest messages are read first, then the index.
 */
async function wordsOnPostgres(db: Kysely<Tables>, words: readonly string[], limit: number): Promise<string[]> {
  const query = words.map((word) => `'${word}':*`).join(' & ');
  const newest = sql`message_id > (select max(message_id) from message_words) - ${NEWEST} and words @@ ${query}::tsquery`;
  const all = sql`words @@ ${query}::tsquery`;
  let tickets: string[] = [];
  for (const which of [newest, all]) {
    const { rows } = await sql<{ ticket_number: string }>`
      with found as materialized (select message_id from message_words where ${which})
      select messages.ticket_number from found join messages on messages.id = found.message_id
      order by found.message_id desc limit ${MESSAGES_AT_ONCE * MOST_LOOKS}`.execute(db);
    tickets = [...new Set(rows.map(({ ticket_number }) => ticket_number))].slice(0, limit);
    if (tickets.length === limit) break;
  }
  return tickets;
}

/** Shops that have every searched word, see `shopsHaving`, by name. */
export async function shopsWithWords(
  db: Kysely<Tables>,
  asked: string,
  limit: number,
  now: InstantText,
): Promise<ShopRow[]> {
  if (foldToWords(asked) === '') return [];
  return shopsHaving(db, asked, now).orderBy('shop_name').orderBy('id').limit(limit).execute();
}

/** Tickets from an e-mail address (any case), or those they were merged into, the newest first. */
export async function ticketsFrom(db: Kysely<Tables>, email: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select((row) => row.fn.coalesce('merged_into', 'number').as('number'))
    .where((where) => where(where.fn<string>('lower', ['contact_email']), '=', email.toLowerCase()))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return [...new Set(rows.map(({ number }) => number))];
}
