import type { Kysely } from 'kysely';
import type { AgentRole } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';

/** How many factors of each kind an agent has; an app counts once a code of it was shown. */
export async function countFactors(
  db: Kysely<Tables>,
  agentId: string,
): Promise<{ passkeys: number; hasTotp: boolean; recoveryCodes: number }> {
  const { passkeys, totp, codes } = await db
    .selectNoFrom((row) => [
      row
        .selectFrom('agent_passkeys')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agent_id', '=', agentId)
        .as('passkeys'),
      row
        .selectFrom('agent_totp')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agent_id', '=', agentId)
        .where('confirmed_at', 'is not', null)
        .as('totp'),
      row
        .selectFrom('agent_recovery_codes')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('agent_id', '=', agentId)
        .where('used_at', 'is', null)
        .as('codes'),
    ])
    .executeTakeFirstOrThrow();
  return { passkeys: Number(passkeys), hasTotp: Number(totp) > 0, recoveryCodes: Number(codes) };
}

/**
 * Since when a second factor is required of a role: from the first time that somebody asks on.
 * @param at when it is asked
 */
export async function inForceSince(db: Kysely<Tables>, role: AgentRole, at: InstantText): Promise<InstantText> {
  const rule = () =>
    db.selectFrom('second_factor_rules').select('in_force_since').where('role', '=', role).executeTakeFirst();
  const known = await rule();
  if (known) return known.in_force_since;
  await db
    .insertInto('second_factor_rules')
    .values({ role, in_force_since: at })
    .onConflict((conflict) => conflict.column('role').doNothing())
    .execute();
  return (await rule())?.in_force_since ?? at;
}

/** Removes every factor of an agent, codes and sign-ins that wait for one. */
export async function deleteFactors(db: Kysely<Tables>, agentId: string): Promise<void> {
  for (const table of ['agent_passkeys', 'agent_totp', 'agent_recovery_codes', 'half_sign_ins'] as const) {
    await db.deleteFrom(table).where('agent_id', '=', agentId).execute();
  }
}

/** How many passkeys and apps each agent has who has any; an app counts once a code of it was shown. */
export async function factorCounts(db: Kysely<Tables>): Promise<Map<string, number>> {
  const all = db
    .selectFrom('agent_passkeys')
    .select('agent_id')
    .unionAll(db.selectFrom('agent_totp').select('agent_id').where('confirmed_at', 'is not', null));
  const rows = await db
    .selectFrom(all.as('factors'))
    .select(['agent_id', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('agent_id')
    .execute();
  return new Map(rows.map(({ agent_id, count }) => [agent_id, Number(count)]));
}
