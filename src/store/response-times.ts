import type { Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { ResponseTimesTable } from './tables/response-times.ts';
import type { Tables } from './tables/tables.ts';
import type { TicketsTable } from './tables/tickets.ts';

/**
 * A customer begins to wait for us. Written in the transaction that writes `waiting_since`: a ticket's columns hold
 * only the current wait, and reports count all of them.
 * @param ticket with its new `answer_by`
 */
export async function startResponseTime(
  db: Kysely<Tables>,
  ticket: Pick<TicketsTable, 'number' | 'channel' | 'answer_by'>,
  at: InstantText,
): Promise<void> {
  await db
    .insertInto('waits')
    .values({
      ticket_number: ticket.number,
      channel: ticket.channel,
      began_at: at,
      due_at: ticket.answer_by,
      ended_at: null,
      ended_by: null,
      answer_seconds: null,
    })
    .execute();
}

/** The customer of a ticket waits no longer: we replied, or the ticket was solved or closed without a reply. */
export async function endResponseTime(
  db: Kysely<Tables>,
  ticketNumber: string,
  { beganAt, at, by }: { beganAt: InstantText; at: InstantText; by: NonNullable<ResponseTimesTable['ended_by']> },
): Promise<void> {
  const answer_seconds = by === 'answer' ? secondsBetween(beganAt, at) : null;
  await open(db, ticketNumber).set({ ended_at: at, ended_by: by, answer_seconds }).execute();
}

/** The move that ended a wait is undone: it goes on as if it had never ended. */
export async function resumeResponseTime(
  db: Kysely<Tables>,
  ticketNumber: string,
  endedAt: InstantText,
): Promise<void> {
  await db
    .updateTable('waits')
    .set({ ended_at: null, ended_by: null })
    .where('ticket_number', '=', ticketNumber)
    .where('ended_at', '=', endedAt)
    .where('ended_by', '=', 'move')
    .execute();
}

/** Moves the beginning of a wait: a ticket that was merged into this one had waited longer. */
export async function moveResponseTime(
  db: Kysely<Tables>,
  ticketNumber: string,
  { beganAt, dueAt }: { beganAt: InstantText; dueAt: InstantText | null },
): Promise<void> {
  await open(db, ticketNumber).set({ began_at: beganAt, due_at: dueAt }).execute();
}

/**
 * Deletes a ticket's open wait, because the thread it was merged into has one already: a customer who waits once is
 * counted once.
 */
export async function dropResponseTime(db: Kysely<Tables>, ticketNumber: string): Promise<void> {
  await db.deleteFrom('waits').where('ticket_number', '=', ticketNumber).where('ended_at', 'is', null).execute();
}

function open(db: Kysely<Tables>, ticketNumber: string) {
  return db.updateTable('waits').where('ticket_number', '=', ticketNumber).where('ended_at', 'is', null);
}

/** Whole seconds of elapsed time; never below 0, even if the clock was set back. */
export function secondsBetween(from: InstantText, to: InstantText): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}
