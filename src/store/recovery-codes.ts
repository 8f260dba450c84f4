import type { Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';

/** Replaces the codes of an agent; none of the earlier ones works any more. */
export async function replaceRecoveryCodes(
  db: Kysely<Tables>,
  agentId: string,
  hashes: readonly string[],
  at: InstantText,
): Promise<void> {
  await db.deleteFrom('agent_recovery_codes').where('agent_id', '=', agentId).execute();
  if (hashes.length === 0) return;
  const rows = hashes.map((code_hash) => ({ code_hash, agent_id: agentId, created_at: at, used_at: null }));
  await db.insertInto('agent_recovery_codes').values(rows).execute();
}

/** Spends a code of an agent; false when they have no such that is unused. */
export async function spendRecoveryCode(
  db: Kysely<Tables>,
  agentId: string,
  hash: string,
  at: InstantText,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agent_recovery_codes')
    .set({ used_at: at })
    .where('code_hash', '=', hash)
    .where('agent_id', '=', agentId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
