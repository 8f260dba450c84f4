import type { Insertable, Kysely, Selectable } from 'kysely';
import type { LinkWay } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { LinkSessionsTable, TicketCodesTable } from './tables/mail.ts';
import type { Tables } from './tables/tables.ts';

export type TicketCodeRow = Selectable<TicketCodesTable>;

/** Inserts a session of one ticket. */
export async function insertLinkSession(db: Kysely<Tables>, session: Insertable<LinkSessionsTable>): Promise<void> {
  await db.insertInto('link_sessions').values(session).execute();
}

/**
 * The ticket of a session that has not ended, unless its links were revoked since; how it was opened; and when the ticket that it is part of
 * was closed.
 */
export async function findLinkSession(
  db: Kysely<Tables>,
  tokenHash: string,
  now: InstantText,
): Promise<{ number: string; via: LinkWay; closedAt: InstantText | null } | null> {
  const session = await db
    .selectFrom('link_sessions')
    .innerJoin('tickets', (join) =>
      join
        .onRef('tickets.number', '=', 'link_sessions.ticket_number')
        .onRef('tickets.link_version', '=', 'link_sessions.link_version'),
    )
    .leftJoin('tickets as goes_on', 'goes_on.number', 'tickets.merged_into')
    .select(['tickets.number', 'tickets.merged_into', 'tickets.closed_at', 'goes_on.closed_at as goes_on_closed_at'])
    .select('link_sessions.via')
    .where('link_sessions.token_hash', '=', tokenHash)
    .where('link_sessions.expires_at', '>', now)
    .executeTakeFirst();
  if (!session) return null;
  const { number, via, merged_into, closed_at, goes_on_closed_at } = session;
  return { number, via, closedAt: merged_into === null ? closed_at : goes_on_closed_at };
}

/** Gives a ticket a code in place of the one it had. */
export async function putTicketCode(db: Kysely<Tables>, code: Omit<TicketCodeRow, 'tries'>): Promise<void> {
  await db
    .insertInto('ticket_codes')
    .values({ ...code, tries: 0 })
    .onConflict((conflict) => conflict.column('ticket_number').doUpdateSet({ ...code, tries: 0 }))
    .execute();
}

/**
 * Counts a try at the code of a ticket, before it is looked at: tries at once cannot pass the last one together.
 * @returns the code as it stands after the try; null when there is none to try
 */
export async function countCodeTry(db: Kysely<Tables>, number: string): Promise<TicketCodeRow | null> {
  const counted = db
    .updateTable('ticket_codes')
    .set((update) => ({ tries: update('tries', '+', 1) }))
    .where('ticket_number', '=', number)
    .returningAll();
  return (await counted.executeTakeFirst()) ?? null;
}

/** Takes a try back that was no wrong one. */
export async function takeCodeTryBack(db: Kysely<Tables>, number: string): Promise<void> {
  await db
    .updateTable('ticket_codes')
    .set((update) => ({ tries: update('tries', '-', 1) }))
    .where('ticket_number', '=', number)
    .execute();
}

/** Ends the sessions and the code of a ticket. */
export async function deleteLinksOf(db: Kysely<Tables>, number: string): Promise<void> {
  await db.deleteFrom('link_sessions').where('ticket_number', '=', number).execute();
  await db.deleteFrom('ticket_codes').where('ticket_number', '=', number).execute();
}

/** Deletes expired sessions and codes. @returns how many */
export async function deleteExpiredLinks(db: Kysely<Tables>, now: InstantText): Promise<number> {
  const sessions = await db.deleteFrom('link_sessions').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  const codes = await db.deleteFrom('ticket_codes').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  return Number(sessions.numDeletedRows + codes.numDeletedRows);
}
