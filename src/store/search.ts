import { type Kysely, sql } from 'kysely';
import { foldToWords } from '../contract/fold.ts';
import { type SearchTerm, wordsThatCount } from '../contract/searched-words.ts';
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

/** Indexes other words of a message than it had. @param text all that it is found by from now on */
export async function replaceWords(db: Kysely<Tables>, messageId: number, text: string): Promise<void> {
  await (engineOf(db) === 'postgres'
    ? sql`delete from message_words where message_id = ${messageId}`
    : sql`delete from message_words where rowid = ${messageId}`
  ).execute(db);
  await insertWords(db, messageId, text);
}

/** A ticket that was found, by its newest message with all that was searched. */
export interface FoundTicket {
  number: string;
  messageId: number;
}

/**
 * Tickets with a message that meets every part of a question; those with the newest message first. The words of a message
 * are its own, and its ticket's subject, shop, contact and files.
 * @param terms none finds nothing
 */
export async function ticketsWithWords(
  db: Kysely<Tables>,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<FoundTicket[]> {
  if (terms.length === 0) return [];
  return engineOf(db) === 'postgres' ? wordsOnPostgres(db, terms, limit) : wordsOnSqlite(db, terms, limit);
}

/** A question in the language of an engine. The words have letters and digits only. */
function inLanguage(terms: readonly SearchTerm[], and: string, or: string, begun: (word: string) => string): string {
  const parts = terms.map((ways) => `(${ways.map((words) => `(${words.map(begun).join(and)})`).join(or)})`);
  return parts.join(and);
}

function toFound(messageIds: ReadonlyMap<string, number>, limit: number): FoundTicket[] {
  return [...messageIds].slice(0, limit).map(([number, messageId]) => ({ number, messageId }));
}

/** FTS5 returns the newest messages first and finds no more than are read. */
async function wordsOnSqlite(db: Kysely<Tables>, terms: readonly SearchTerm[], limit: number): Promise<FoundTicket[]> {
  const query = inLanguage(terms, ' AND ', ' OR ', (word) => `"${word}"*`);
  const tickets = new Map<string, number>();
  for (let look = 0, before = BEHIND_ALL; look < MOST_LOOKS && tickets.size < limit; look++) {
    const { rows } = await sql<{ id: number; ticket_number: string }>`
      select messages.id, messages.ticket_number
      from message_words join messages on messages.id = message_words.rowid
      where message_words match ${query} and message_words.rowid < ${before}
      order by message_words.rowid desc limit ${MESSAGES_AT_ONCE}`.execute(db);
    for (const { id, ticket_number } of rows) if (!tickets.has(ticket_number)) tickets.set(ticket_number, id);
    const last = rows.at(-1);
    if (!last || rows.length < MESSAGES_AT_ONCE) break;
    before = last.id;
  }
  return toFound(tickets, limit);
}

/**
 * A GIN index returns all messages with a word, in no order. For a word that it takes for common, such as one that was
 * never written, PostgreSQL would read all messages backwards. So the newest messages are read first, then the index.
 */
async function wordsOnPostgres(
  db: Kysely<Tables>,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<FoundTicket[]> {
  const query = inLanguage(terms, ' & ', ' | ', (word) => `'${word}':*`);
  const recent = sql`message_id > (select max(message_id) from message_words) - ${NEWEST} and words @@ ${query}::tsquery`;
  const all = sql`words @@ ${query}::tsquery`;
  let tickets: FoundTicket[] = [];
  for (const which of [recent, all]) {
    const { rows } = await sql<{ id: number; ticket_number: string }>`
      with found as materialized (select message_id from message_words where ${which})
      select messages.id, messages.ticket_number from found join messages on messages.id = found.message_id
      order by found.message_id desc limit ${MESSAGES_AT_ONCE * MOST_LOOKS}`.execute(db);
    const newest = new Map<string, number>();
    for (const { id, ticket_number } of rows) if (!newest.has(ticket_number)) newest.set(ticket_number, id);
    tickets = toFound(newest, limit);
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

/** What tells why tickets were found: their contacts, the messages that were, and the files. */
export async function whatWasFound(db: Kysely<Tables>, found: readonly FoundTicket[]) {
  if (found.length === 0) return [];
  const numbers = found.map(({ number }) => number);
  const ids = found.map(({ messageId }) => messageId);
  const tickets = await db
    .selectFrom('tickets')
    .select(['number', 'subject', 'status', 'contact_name', 'contact_phone', 'contact_email'])
    .where('number', 'in', numbers)
    .execute();
  const messages = await db
    .selectFrom('messages')
    .select(['ticket_number', 'sender', 'author', 'position', 'text'])
    .where('id', 'in', ids)
    .execute();
  const files = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select(['messages.ticket_number', 'uploads.name'])
    .where('messages.ticket_number', 'in', numbers)
    .where('uploads.freed_at', 'is', null)
    .orderBy('uploads.message_id', 'desc')
    .execute();
  return numbers.flatMap((number) => {
    const ticket = tickets.find((one) => one.number === number);
    const message = messages.find(({ ticket_number }) => ticket_number === number);
    const names = files.filter(({ ticket_number }) => ticket_number === number).map(({ name }) => name);
    return ticket ? [{ ...ticket, message: message ?? null, files: names }] : [];
  });
}
