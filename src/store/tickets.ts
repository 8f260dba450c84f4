import type { Insertable, Kysely } from 'kysely';
import type { MessagesTable, Tables, TicketsTable } from './tables.ts';

/** The next value of the gapless counter. Counts only if the transaction that asked is committed. */
export async function nextSequence(transaction: Kysely<Tables>): Promise<number> {
  const counter = await transaction
    .updateTable('counters')
    .set((update) => ({ value: update('value', '+', 1) }))
    .where('name', '=', 'ticket')
    .returning('value')
    .executeTakeFirstOrThrow();
  return counter.value;
}

/** Writes a ticket; its first message is written beside it. */
export async function insertTicket(db: Kysely<Tables>, ticket: Insertable<TicketsTable>): Promise<void> {
  await db.insertInto('tickets').values(ticket).execute();
}

/** Adds a message to a ticket's thread. */
export async function insertMessage(db: Kysely<Tables>, message: Omit<Insertable<MessagesTable>, 'id'>): Promise<void> {
  await db.insertInto('messages').values(message).execute();
}

/** How many tickets there are. */
export async function countTickets(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
