import { type Kysely, sql } from 'kysely';
import { engineOf } from './engine.ts';
import { foldToWords } from './fold.ts';
import type { ShopRow } from './shops.ts';
import type { Tables } from './tables/tables.ts';

/** Messages that are looked through at a time: most often each is of another ticket, and one look is enough. */
const MESSAGES_AT_ONCE = 100;

/** Where tickets have long threads full of the same words, so many looks are all. */
const MOST_LOOKS = 10;

/** Greater than every message's id, on both databases. */
const BEHIND_ALL = 2 ** 31 - 1;

/** A word that is asked for counts by its first letters, so many: FTS5 has an index of words begun with no more. */
const LETTERS_THAT_COUNT = 10;

/** Keeps the words of a message, in the transaction that writes it. @param text with the subject, for a ticket's first message */
export async function insertWords(db: Kysely<Tables>, messageId: number, text: string): Promise<void> {
  const words = foldToWords(text);
  await (engineOf(db) === 'postgres'
    ? sql`insert into message_words (message_id, words) values (${messageId}, array_to_tsvector(array_remove(string_to_array(${words}, ' '), '')))`
    : sql`insert into message_words (rowid, words) values (${messageId}, ${words})`
  ).execute(db);
}

/**
 * Tickets with a message that has every word that is asked for, or one that begins so, by its first ten letters; those with the newest message
 * first.
 * @param asked as it was typed; without a letter or digit nothing is found
 */
export async function ticketsWithWords(db: Kysely<Tables>, asked: string, limit: number): Promise<string[]> {
  const words = foldToWords(asked)
    .split(' ')
    .filter(Boolean)
    .map((word) => [...word].slice(0, LETTERS_THAT_COUNT).join(''));
  if (words.length === 0) return [];
  const tickets = new Set<string>();
  for (let look = 0, before = BEHIND_ALL; look < MOST_LOOKS && tickets.size < limit; look++) {
    const messages = await messagesWithWords(db, words, before);
    for (const { ticket_number } of messages) tickets.add(ticket_number);
    const last = messages.at(-1);
    if (!last || messages.length < MESSAGES_AT_ONCE) break;
    before = last.id;
  }
  return [...tickets].slice(0, limit);
}

/** The newest messages older than one that have all these words. The databases differ in how they keep words. */
async function messagesWithWords(
  db: Kysely<Tables>,
  words: readonly string[],
  before: number,
): Promise<{ id: number; ticket_number: string }[]> {
  // Folded words are letters and digits: neither language of queries has anything else to read in them.
  const { rows } = await (engineOf(db) === 'postgres'
    ? sql<{ id: number; ticket_number: string }>`
        select messages.id, messages.ticket_number
        from message_words join messages on messages.id = message_words.message_id
        where message_words.words @@ ${words.map((word) => `'${word}':*`).join(' & ')}::tsquery
        and message_words.message_id < ${before}
        order by message_words.message_id desc limit ${MESSAGES_AT_ONCE}`
    : sql<{ id: number; ticket_number: string }>`
        select messages.id, messages.ticket_number
        from message_words join messages on messages.id = message_words.rowid
        where message_words match ${words.map((word) => `"${word}"*`).join(' AND ')}
        and message_words.rowid < ${before}
        order by message_words.rowid desc limit ${MESSAGES_AT_ONCE}`
  ).execute(db);
  return rows;
}

/** Shops whose name, number, address or e-mail has every word that is asked for; a registry is small enough to be looked through. */
export async function shopsWithWords(db: Kysely<Tables>, asked: string, limit: number): Promise<ShopRow[]> {
  const words = foldToWords(asked).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  let shops = db.selectFrom('shops').selectAll();
  for (const word of words) shops = shops.where('words', 'like', `%${word}%`);
  return shops.orderBy('shop_name').orderBy('id').limit(limit).execute();
}

/** Tickets from an address, the newest first; capitals do not matter. */
export async function ticketsFrom(db: Kysely<Tables>, email: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('number')
    .where((where) => where(where.fn<string>('lower', ['contact_email']), '=', email.toLowerCase()))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ number }) => number);
}
