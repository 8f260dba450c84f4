import { type Kysely, sql } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Stretch } from './reports.ts';
import type { FollowUpsTable } from './tables/follow-ups.ts';
import type { Tables } from './tables/tables.ts';

/** Somebody says by when we write again. A ticket's columns hold only the current time, and reports count all of them. */
export async function startFollowUp(
  db: Kysely<Tables>,
  followUp: Pick<FollowUpsTable, 'ticket_number' | 'agent' | 'due_at' | 'nth'>,
): Promise<void> {
  await db
    .insertInto('follow_ups')
    .values({ ...followUp, ended_at: null, ended_by: null, told_at: null })
    .execute();
}

/** We wrote again, or need not any more. */
export async function endFollowUp(
  db: Kysely<Tables>,
  ticketNumber: string,
  { at, by }: { at: InstantText; by: NonNullable<FollowUpsTable['ended_by']> },
): Promise<void> {
  await running(db, ticketNumber).set({ ended_at: at, ended_by: by }).execute();
}

/** A thread that was told so went into another one, which says so from now on. */
export async function dropFollowUp(db: Kysely<Tables>, ticketNumber: string): Promise<void> {
  await db.deleteFrom('follow_ups').where('ticket_number', '=', ticketNumber).where('ended_at', 'is', null).execute();
}

/** The desk is told again at another time; what was said to the customer is due when it was, or earlier. */
export async function moveFollowUp(db: Kysely<Tables>, ticketNumber: string, dueAt: InstantText): Promise<void> {
  await running(db, ticketNumber).set({ told_at: null }).execute();
  await running(db, ticketNumber).where('due_at', '>', dueAt).set({ due_at: dueAt }).execute();
}

/** Follow-ups that are due and of which the desk was not told, the first due first. */
export async function followUpsToTell(
  db: Kysely<Tables>,
  now: InstantText,
  limit: number,
): Promise<{ ticket_number: string; due_at: InstantText }[]> {
  return db
    .selectFrom('follow_ups')
    .select(['ticket_number', 'due_at'])
    .where('ended_at', 'is', null)
    .where('told_at', 'is', null)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** The desk was told; false when another process told it, or the follow-up is over. */
export async function markTold(db: Kysely<Tables>, ticketNumber: string, at: InstantText): Promise<boolean> {
  const { numUpdatedRows } = await running(db, ticketNumber)
    .where('told_at', 'is', null)
    .where('due_at', '<=', at)
    .set({ told_at: at })
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

function running(db: Kysely<Tables>, ticketNumber: string) {
  return db.updateTable('follow_ups').where('ticket_number', '=', ticketNumber).where('ended_at', 'is', null);
}

/** A count of follow-ups of one agent that were due in the same hour of UTC, with the same outcome. */
export interface CountedFollowUps {
  hour: string;
  agent: string;
  fate: 'running' | 'kept' | 'late' | 'void';
  count: number;
}

/**
 * Counts the follow-ups that were due in a span of time, by agent and their outcome as in `policy/follow-up`. Reads the
 * index `follow_ups_due` only.
 */
export function countFollowUps(
  db: Kysely<Tables>,
  { start, end }: Stretch,
  now: InstantText,
): Promise<CountedFollowUps[]> {
  const each = db
    .selectFrom('follow_ups')
    .select([
      sql<string>`substr(due_at, 1, 13)`.as('hour'),
      'agent',
      sql<CountedFollowUps['fate']>`case when nth > 1 or coalesce(ended_at, ${now}) > due_at then 'late'
        when ended_at is null then 'running' when ended_by = 'answer' then 'kept' else 'void' end`.as('fate'),
    ])
    .where('due_at', '>=', start)
    .where('due_at', '<', end);
  return db
    .selectFrom(each.as('each'))
    .select((select) => ['hour', 'agent', 'fate', select.fn.countAll<number>().as('count')])
    .groupBy(['hour', 'agent', 'fate'])
    .execute();
}
