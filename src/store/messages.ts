import type { Insertable, Kysely, Selectable } from 'kysely';
import { nationalPhone } from '../contract/searched-words.ts';
import type { InstantText } from './instants.ts';
import { insertWords, replaceWords } from './search.ts';
import type { Tables } from './tables/tables.ts';
import type { MessagesTable } from './tables/tickets.ts';

export type MessageRow = Selectable<MessagesTable>;

/** A message that the customer may see: notes have no position in the thread. */
export type ThreadMessageRow = MessageRow & { position: number };

/**
 * Adds a message or note to a ticket, so that it can be searched, and returns its id.
 * @param fileNames of the files that come with it
 */
export async function insertMessage(
  db: Kysely<Tables>,
  message: Omit<Insertable<MessagesTable>, 'id'>,
  fileNames: readonly string[] = [],
): Promise<number> {
  const { id } = await db.insertInto('messages').values(message).returning('id').executeTakeFirstOrThrow();
  const subject = message.position === 1 ? await subjectOf(db, message.ticket_number) : '';
  const beside = await wordsBeside(db, message.ticket_number);
  await insertWords(db, id, [subject, message.text, ...beside, ...fileNames].join(' '));
  return id;
}

async function subjectOf(db: Kysely<Tables>, ticketNumber: string): Promise<string> {
  const ticket = db.selectFrom('tickets').select('subject').where('number', '=', ticketNumber);
  return (await ticket.executeTakeFirstOrThrow()).subject;
}

/** What every message of a ticket is found by, beside its own words: shop and contact, as they are when it is written. */
async function wordsBeside(db: Kysely<Tables>, ticketNumber: string): Promise<string[]> {
  const { shop_name, contact_name, contact_phone } = await db
    .selectFrom('tickets')
    .innerJoin('shops', 'shops.id', 'tickets.shop_id')
    .select(['shop_name', 'contact_name', 'contact_phone'])
    .where('number', '=', ticketNumber)
    .executeTakeFirstOrThrow();
  return [shop_name, contact_name ?? '', nationalPhone(contact_phone ?? '')];
}

/** Finds a ticket's first message by what the ticket, its shop and contact are called now; other messages keep theirs. */
export async function renameFirstMessage(db: Kysely<Tables>, ticketNumber: string): Promise<void> {
  const first = await db
    .selectFrom('messages')
    .select(['id', 'text'])
    .where('ticket_number', '=', ticketNumber)
    .where('position', '=', 1)
    .executeTakeFirst();
  if (!first) return;
  const files = await db.selectFrom('uploads').select('name').where('message_id', '=', first.id).execute();
  const beside = await wordsBeside(db, ticketNumber);
  const subject = await subjectOf(db, ticketNumber);
  await replaceWords(db, first.id, [subject, first.text, ...beside, ...files.map(({ name }) => name)].join(' '));
}

/** The thread as the customer sees it, in order. Notes are left out here, in the query. */
export async function threadOf(db: Kysely<Tables>, ticketNumber: string): Promise<ThreadMessageRow[]> {
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where('ticket_number', '=', ticketNumber)
    .where('position', 'is not', null)
    .orderBy('position')
    .execute();
  return rows.filter((row): row is ThreadMessageRow => row.position !== null);
}

/** The message at a position of a thread. */
export async function messageAt(
  db: Kysely<Tables>,
  ticketNumber: string,
  position: number,
): Promise<MessageRow | null> {
  const message = db.selectFrom('messages').selectAll().where('ticket_number', '=', ticketNumber);
  return (await message.where('position', '=', position).executeTakeFirst()) ?? null;
}

/** A message by its id, in whichever thread it is now. */
export async function findMessage(db: Kysely<Tables>, id: number): Promise<MessageRow | null> {
  return (await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Whether anything of ours stands in a thread that its customer can read. */
export async function isAnswered(db: Kysely<Tables>, ticketNumber: string): Promise<boolean> {
  const reply = await db
    .selectFrom('messages')
    .select('id')
    .where('ticket_number', '=', ticketNumber)
    .where('sender', '=', 'agent')
    .limit(1)
    .executeTakeFirst();
  return reply !== undefined;
}

/** The position of the customer's last message in the thread. */
export async function lastCustomerPosition(db: Kysely<Tables>, ticketNumber: string): Promise<number> {
  const { position } = await db
    .selectFrom('messages')
    .select((select) => select.fn.max('position').as('position'))
    .where('ticket_number', '=', ticketNumber)
    .where('sender', '=', 'customer')
    .executeTakeFirstOrThrow();
  return position ?? 0;
}

/** When the customer first wrote in a ticket after a message, not counting what was merged into it; null for never. */
export async function firstCustomerMessageAfter(
  db: Kysely<Tables>,
  ticketNumber: string,
  id: number,
): Promise<InstantText | null> {
  const message = db
    .selectFrom('messages')
    .select('sent_at')
    .where('ticket_number', '=', ticketNumber)
    .where('sender', '=', 'customer')
    .where('merged_from', 'is', null)
    .where('id', '>', id)
    .orderBy('id');
  return (await message.limit(1).executeTakeFirst())?.sent_at ?? null;
}

/** The greatest id of a message or note of these tickets. */
export async function greatestMessageId(db: Kysely<Tables>, ticketNumbers: readonly string[]): Promise<number> {
  const { id } = await db
    .selectFrom('messages')
    .select((select) => select.fn.max('id').as('id'))
    .where('ticket_number', 'in', ticketNumbers)
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

/** The number of characters written in a ticket, notes included. */
export async function textLength(db: Kysely<Tables>, ticketNumber: string): Promise<number> {
  const { characters } = await db
    .selectFrom('messages')
    .select((select) => select.fn.sum<number | null>(select.fn('length', ['text'])).as('characters'))
    .where('ticket_number', '=', ticketNumber)
    .executeTakeFirstOrThrow();
  return Number(characters);
}

/** All messages and notes of a ticket, in the order they were written. Never for customers. */
export async function threadWithNotes(db: Kysely<Tables>, ticketNumber: string): Promise<MessageRow[]> {
  return db.selectFrom('messages').selectAll().where('ticket_number', '=', ticketNumber).orderBy('id').execute();
}

/** Selects tickets: these numbers, or all of a shop. */
export type TicketsAsked = { numbers: readonly string[] } | { shopId: number };

/** The number of replies the customer has not seen yet, by ticket; tickets without any are not in the map. */
export async function unreadReplies(db: Kysely<Tables>, asked: TicketsAsked): Promise<Map<string, number>> {
  if ('numbers' in asked && asked.numbers.length === 0) return new Map();
  const unread = db
    .selectFrom('tickets')
    .innerJoin('messages', 'messages.ticket_number', 'tickets.number')
    .select((select) => ['tickets.number', select.fn.countAll<number>().as('unread')])
    .where((where) => where('tickets.message_count', '>', where.ref('tickets.customer_seen')))
    .where((where) => where('messages.position', '>', where.ref('tickets.customer_seen')))
    .where('messages.sender', '=', 'agent')
    .groupBy('tickets.number');
  const rows = await ('numbers' in asked
    ? unread.where('tickets.number', 'in', asked.numbers)
    : unread.where('tickets.shop_id', '=', asked.shopId)
  ).execute();
  return new Map(rows.map((row) => [row.number, Number(row.unread)]));
}
