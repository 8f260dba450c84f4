import type { Kysely } from 'kysely';
import type { Tables } from './tables/tables.ts';

/**
 * Moves the messages and notes of a ticket behind those of another one; tickets that were merged into it before follow.
 * @param places how many messages the other thread has
 */
export async function moveThread(transaction: Kysely<Tables>, from: string, to: string, places: number): Promise<void> {
  await transaction
    .updateTable('messages')
    .set((row) => ({
      ticket_number: to,
      position: row('position', '+', places),
      merged_from: row.fn.coalesce('merged_from', row.val(from)),
    }))
    .where('ticket_number', '=', from)
    .execute();
  await transaction
    .updateTable('tickets')
    .set({ merged_into: to })
    .where((row) => row.or([row('merged_into', '=', from), row('number', '=', from)]))
    .execute();
}

/** The tickets that were merged into one, the oldest first. */
export function mergedInto(db: Kysely<Tables>, number: string): Promise<{ number: string; subject: string }[]> {
  return db
    .selectFrom('tickets')
    .select(['number', 'subject'])
    .where('merged_into', '=', number)
    .orderBy('sequence')
    .execute();
}

/** The merged ticket that has this token, or null. */
export async function mergedWithToken(
  db: Kysely<Tables>,
  into: string,
  tokenHash: string,
): Promise<{ token_revoked_at: string | null } | null> {
  const row = db
    .selectFrom('tickets')
    .select('token_revoked_at')
    .where('merged_into', '=', into)
    .where('token_hash', '=', tokenHash);
  return (await row.executeTakeFirst()) ?? null;
}
