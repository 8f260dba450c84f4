import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
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

/** An agent by e-mail address in lower case, disabled or not. */
export async function findAgent(db: Kysely<Tables>, email: string): Promise<AgentRow | null> {
  return (await db.selectFrom('agents').selectAll().where('email', '=', email).executeTakeFirst()) ?? null;
}

/** All agents, disabled ones too, by address. */
export async function listAgents(db: Kysely<Tables>): Promise<AgentRow[]> {
  return db.selectFrom('agents').selectAll().orderBy('email').execute();
}

/** Replaces the hash of an agent's password. */
export async function updatePasswordHash(db: Kysely<Tables>, id: string, passwordHash: string): Promise<void> {
  await db.updateTable('agents').set({ password_hash: passwordHash }).where('id', '=', id).execute();
}

/**
 * Replaces the hash that was just checked by a new one, or the same one; false when the agent was disabled or got
 * another password meanwhile. It writes even when nothing changes: on both engines a write waits for a transaction that
 * is changing the row.
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

/** Lets an agent work again. */
export async function markAgentEnabled(db: Kysely<Tables>, id: string): Promise<void> {
  await db.updateTable('agents').set({ disabled_at: null }).where('id', '=', id).execute();
}

/** Gives an agent another role. */
export async function updateRole(db: Kysely<Tables>, id: string, role: AgentsTable['role']): Promise<void> {
  await db.updateTable('agents').set({ role }).where('id', '=', id).execute();
}

/** Disables an agent. Nothing is deleted: their messages keep their author. */
export async function markAgentDisabled(db: Kysely<Tables>, id: string, at: InstantText): Promise<void> {
  await db.updateTable('agents').set({ disabled_at: at }).where('id', '=', id).execute();
}

/** An agent by id, disabled or not. */
export async function findAgentById(db: Kysely<Tables>, id: string): Promise<AgentRow | null> {
  return (await db.selectFrom('agents').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Agents who are not disabled, by name. */
export async function workingAgents(db: Kysely<Tables>): Promise<AgentRow[]> {
  return db.selectFrom('agents').selectAll().where('disabled_at', 'is', null).orderBy('name').execute();
}

/** The names of agents by id, disabled ones too. */
export async function agentNames(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('agents')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
