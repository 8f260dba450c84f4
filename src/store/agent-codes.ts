import type { Insertable, Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { AgentCodesTable } from './tables/identity.ts';
import type { Tables } from './tables/tables.ts';

/** Keeps a code of an agent in the place of an earlier one, which opens nothing any more. */
export async function replaceAgentCode(db: Kysely<Tables>, code: Insertable<AgentCodesTable>): Promise<void> {
  await deleteAgentCode(db, code.agent_id);
  await db.insertInto('agent_codes').values(code).execute();
}

/** Ends an agent's code, if there is one. */
export async function deleteAgentCode(db: Kysely<Tables>, agentId: string): Promise<void> {
  await db.deleteFrom('agent_codes').where('agent_id', '=', agentId).execute();
}

/** Spends the code of an agent; false when it is another one, or too late. */
export async function spendAgentCode(
  db: Kysely<Tables>,
  agentId: string,
  hash: string,
  at: InstantText,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('agent_codes')
    .where('agent_id', '=', agentId)
    .where('code_hash', '=', hash)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Until when the agents' codes count, those that are over too. */
export async function agentCodes(db: Kysely<Tables>): Promise<Map<string, InstantText>> {
  const rows = await db.selectFrom('agent_codes').select(['agent_id', 'expires_at']).execute();
  return new Map(rows.map(({ agent_id, expires_at }) => [agent_id, expires_at]));
}
