import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { AgentPasskeysTable } from './tables/second-factors.ts';
import type { Tables } from './tables/tables.ts';

export type PasskeyRow = Selectable<AgentPasskeysTable>;

/** Keeps a passkey; false when this credential is kept already. */
export async function insertPasskey(db: Kysely<Tables>, passkey: Insertable<AgentPasskeysTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('agent_passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The passkeys of an agent, the oldest first. */
export async function passkeysOfAgent(db: Kysely<Tables>, agentId: string): Promise<PasskeyRow[]> {
  return db
    .selectFrom('agent_passkeys')
    .selectAll()
    .where('agent_id', '=', agentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** A passkey by the id of its credential. */
export async function findPasskey(db: Kysely<Tables>, credentialId: string): Promise<PasskeyRow | null> {
  const found = await db
    .selectFrom('agent_passkeys')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return found ?? null;
}

/** What a use of a passkey changes. */
export type PasskeyUse = Pick<PasskeyRow, 'id' | 'counter' | 'backed_up'> & { seenCounter: number; at: InstantText };

/** Notes a use; false when the passkey was used or removed since its counter was read. */
export async function notePasskeyUse(
  db: Kysely<Tables>,
  { id, counter, backed_up, seenCounter, at }: PasskeyUse,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agent_passkeys')
    .set({ counter, backed_up, last_used_at: at })
    .where('id', '=', id)
    .where('counter', '=', seenCounter)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Renames a passkey of an agent; false when they have no such. */
export async function updatePasskeyName(
  db: Kysely<Tables>,
  { agentId, id, name }: { agentId: string; id: string; name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agent_passkeys')
    .set({ name })
    .where('agent_id', '=', agentId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Removes a passkey of an agent. */
export async function deletePasskey(db: Kysely<Tables>, agentId: string, id: string): Promise<void> {
  await db.deleteFrom('agent_passkeys').where('agent_id', '=', agentId).where('id', '=', id).execute();
}
