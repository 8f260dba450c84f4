import { type Kysely, sql } from 'kysely';
import { engineOf } from './engine.ts';
import { foldToWords } from './fold.ts';
import type { ShopRow } from './shops.ts';
import type { Tables } from './tables/tables.ts';

/** A ticket may have many messages that match: so many are looked through for each ticket that is wanted. */
const MESSAGES_PER_TICKET = 20;

/** Keeps the words of a message, in the transaction that writes it. @param text with the subject, for a ticket's first message */
export async function insertWords(db: Kysely<Tables>, messageId: number, text: string): Promise<void> {
  const words = foldToWords(text);
  await (engineOf(db) === 'postgres'
    ? sql`insert into message_words (message_id, words) values (${messageId}, array_to_tsvector(array_remove(string_to_array(${words}, ' '), '')))`
    : sql`insert into message_words (rowid, words) values (${messageId}, ${words})`
  ).execute(db);
}

/**
 * Tickets with a message that has every word that is asked for, or one that begins so; those with the newest message first.
 * @param asked as it was typed; without a letter or digit nothing is found
 */
export async function ticketsWithWords(db: Kysely<Tables>, asked: string, limit: number): Promise<string[]> {
  const words = foldToWords(asked).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const most = limit * MESSAGES_PER_TICKET;
  // Folded words are letters and digits: neither language of queries has anything else to read in them.
  const { rows } = await (engineOf(db) === 'postgres'
    ? sql<{ ticket_number: string }>`
        select messages.ticket_number from message_words join messages on messages.id = message_words.message_id
        where message_words.words @@ ${words.map((word) => `'${word}':*`).join(' & ')}::tsquery
        order by message_words.message_id desc limit ${most}`
    : sql<{ ticket_number: string }>`
        select messages.ticket_number from message_words join messages on messages.id = message_words.rowid
        where message_words match ${words.map((word) => `"${word}"*`).join(' AND ')}
        order by message_words.rowid desc limit ${most}`
  ).execute(db);
  return [...new Set(rows.map(({ ticket_number }) => ticket_number))].slice(0, limit);
}

/** Shops whose name, number, address or e-mail has every word that is asked for; a registry is small enough to be looked through. */
export async function shopsWithWords(db: Kysely<Tables>, asked: string, limit: number): Promise<ShopRow[]> {
  const words = foldToWords(asked).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  let shops = db.selectFrom('shops').selectAll();
  for (const word of words) shops = shops.where('words', 'like', `%${word}%`);
  return shops.orderBy('shop_name').orderBy('id').limit(limit).execute();
}

/** Tickets from an address, the newest first, or those they were merged into; capitals do not matter. */
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
