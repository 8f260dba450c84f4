import type { Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { PasskeyChallengesTable } from './tables/second-factors.ts';
import type { Tables } from './tables/tables.ts';

/**
 * Keeps a challenge in the place of an earlier one of the same purpose and holder.
 * @param most of one purpose, from everybody; the ones that end first give way
 */
export async function putChallenge(
  db: Kysely<Tables>,
  { bound_to, purpose, ...rest }: Selectable<PasskeyChallengesTable>,
  most: number,
): Promise<void> {
  await db
    .insertInto('passkey_challenges')
    .values({ bound_to, purpose, ...rest })
    .onConflict((conflict) => conflict.columns(['bound_to', 'purpose']).doUpdateSet(rest))
    .execute();
  const beyond = db
    .selectFrom('passkey_challenges')
    .select('expires_at')
    .where('purpose', '=', purpose)
    .orderBy('expires_at', 'desc')
    .limit(1)
    .offset(most);
  await db.deleteFrom('passkey_challenges').where('purpose', '=', purpose).where('expires_at', '<=', beyond).execute();
}

/** Takes a challenge, which nobody can do again; null when there is none that lasts. */
export async function takeChallenge(
  db: Kysely<Tables>,
  { bound_to, purpose }: Pick<Selectable<PasskeyChallengesTable>, 'bound_to' | 'purpose'>,
  now: InstantText,
): Promise<string | null> {
  const taken = await db
    .deleteFrom('passkey_challenges')
    .where('bound_to', '=', bound_to)
    .where('purpose', '=', purpose)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst();
  return taken && taken.expires_at > now ? taken.challenge : null;
}

/** Deletes what is over. @returns how many */
export async function deleteExpiredChallenges(db: Kysely<Tables>, now: InstantText): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey_challenges')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
