import type { Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { AgentsTable } from './tables/identity.ts';
import type { HalfSignInsTable } from './tables/second-factors.ts';
import type { Tables } from './tables/tables.ts';

export type HalfSignIn = Pick<Selectable<HalfSignInsTable>, 'token_hash' | 'tries' | 'password_hash'> &
  Pick<Selectable<AgentsTable>, 'id' | 'name' | 'email' | 'role'>;

/**
 * Keeps a half sign-in.
 * @param most of one agent at a time; the ones that end first give way
 */
export async function insertHalfSignIn(
  db: Kysely<Tables>,
  half: Selectable<HalfSignInsTable>,
  most: number,
): Promise<void> {
  const kept = db
    .selectFrom('half_sign_ins')
    .select('token_hash')
    .where('agent_id', '=', half.agent_id)
    .orderBy('expires_at', 'desc')
    .orderBy('token_hash')
    .limit(most - 1);
  await db
    .deleteFrom('half_sign_ins')
    .where('agent_id', '=', half.agent_id)
    .where('token_hash', 'not in', kept)
    .execute();
  await db.insertInto('half_sign_ins').values(half).execute();
}

/** The half sign-in of a token, while it lasts, its agent is not disabled and has the same password still. */
export async function findHalfSignIn(
  db: Kysely<Tables>,
  tokenHash: string,
  now: InstantText,
): Promise<HalfSignIn | null> {
  const found = await db
    .selectFrom('half_sign_ins')
    .innerJoin('agents', 'agents.id', 'half_sign_ins.agent_id')
    .select([
      'half_sign_ins.token_hash',
      'half_sign_ins.tries',
      'half_sign_ins.password_hash',
      'agents.id',
      'agents.name',
      'agents.email',
      'agents.role',
    ])
    .where('half_sign_ins.token_hash', '=', tokenHash)
    .where('half_sign_ins.expires_at', '>', now)
    .where('agents.disabled_at', 'is', null)
    .whereRef('agents.password_hash', '=', 'half_sign_ins.password_hash')
    .executeTakeFirst();
  return found ?? null;
}

/** Counts a try before it is checked; false when there were `most` already, or the sign-in is over. */
export async function countHalfSignInTry(db: Kysely<Tables>, tokenHash: string, most: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('half_sign_ins')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('tries', '<', most)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Ends a half sign-in; false when it had ended. */
export async function deleteHalfSignIn(db: Kysely<Tables>, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('half_sign_ins')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Deletes what is over. @returns how many */
export async function deleteExpiredHalfSignIns(db: Kysely<Tables>, now: InstantText): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('half_sign_ins')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
