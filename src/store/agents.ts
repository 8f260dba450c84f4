import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './tables/columns.ts';
import type { AgentsTable } from './tables/identity.ts';
import type { Tables } from './tables/tables.ts';

export type AgentRow = Selectable<AgentsTable>;

/** Adds an agent; false when the address is taken. */
export async function insertAgent(db: Kysely<Tables>, agent: Insertable<AgentsTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('agents')
    .values(agent)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** An agent by his address in lower case, disabled or not. */
export async function findAgent(db: Kysely<Tables>, email: string): Promise<AgentRow | null> {
  return (await db.selectFrom('agents').selectAll().where('email', '=', email).executeTakeFirst()) ?? null;
}

/** Every agent there ever was, by address. */
export async function listAgents(db: Kysely<Tables>): Promise<AgentRow[]> {
  return db.selectFrom('agents').selectAll().orderBy('email').execute();
}

/** Changes what an agent's password is checked against. */
export async function updatePasswordHash(db: Kysely<Tables>, id: string, passwordHash: string): Promise<void> {
  await db.updateTable('agents').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

/**
 * Puts a new hash, or the same one, in the place of the hash that was just checked; false when the agent was disabled or got
 * another password meanwhile. A write even when nothing changes: it waits for whoever is changing the row on any engine.
 */
export async function confirmPasswordHash(
  db: Kysely<Tables>,
  { id, password_hash: checked }: AgentRow,
  newHash: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agents')
    .set({ password_hash: newHash ?? checked })
    .where('id', '=', id)
    .where('password_hash', '=', checked)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Shuts an agent out; nothing is deleted, what he wrote keeps its author. */
export async function markAgentDisabled(db: Kysely<Tables>, id: string, at: InstantText): Promise<void> {
  await db.updateTable('agents').set({ disabled_at: at }).where('id', '=', id).execute();
}

/** An agent by id, disabled or not. */
export async function findAgentById(db: Kysely<Tables>, id: string): Promise<AgentRow | null> {
  return (await db.selectFrom('agents').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Agents who may work here, by name. */
export async function workingAgents(db: Kysely<Tables>): Promise<AgentRow[]> {
  return db.selectFrom('agents').selectAll().where('disabled_at', 'is', null).orderBy('name').execute();
}

/** The names of agents by id, of those who may work here no more too. */
export async function agentNames(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('agents')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
