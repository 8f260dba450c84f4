import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { AgentTotpTable } from './tables/second-factors.ts';
import type { Tables } from './tables/tables.ts';

export type TotpRow = Selectable<AgentTotpTable>;

/** Keeps a secret that does not count yet, in the place of an earlier one that never did. */
export async function putPendingTotp(db: Kysely<Tables>, totp: Insertable<AgentTotpTable>): Promise<void> {
  await db.deleteFrom('agent_totp').where('agent_id', '=', totp.agent_id).where('confirmed_at', 'is', null).execute();
  await db.insertInto('agent_totp').values(totp).execute();
}

/** The secret of an agent that waits for its first code, or the one that counts. */
export async function findTotp(
  db: Kysely<Tables>,
  agentId: string,
  which: 'pending' | 'confirmed',
): Promise<TotpRow | null> {
  const found = await db
    .selectFrom('agent_totp')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('confirmed_at', which === 'pending' ? 'is' : 'is not', null)
    .executeTakeFirst();
  return found ?? null;
}

/** Makes a secret the one that counts; the one before ends. */
export async function confirmTotpRow(
  db: Kysely<Tables>,
  { id, agent_id }: Pick<TotpRow, 'id' | 'agent_id'>,
  { at, step }: { at: InstantText; step: number },
): Promise<void> {
  await db.deleteFrom('agent_totp').where('agent_id', '=', agent_id).where('id', '!=', id).execute();
  await db.updateTable('agent_totp').set({ confirmed_at: at, last_step: step }).where('id', '=', id).execute();
}

/** Spends the code of a step; false when that step, or a later one, was spent already. */
export async function spendTotpStep(db: Kysely<Tables>, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agent_totp')
    .set({ last_step: step })
    .where('id', '=', id)
    .where((row) => row.or([row('last_step', 'is', null), row('last_step', '<', step)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Removes the secrets of an agent, a pending one too. */
export async function deleteTotp(db: Kysely<Tables>, agentId: string): Promise<void> {
  await db.deleteFrom('agent_totp').where('agent_id', '=', agentId).execute();
}
