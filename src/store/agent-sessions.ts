import { type ExpressionBuilder, type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { InstantText } from './instants.ts';
import type { AgentSessionsTable, AgentsTable } from './tables/identity.ts';
import type { Tables } from './tables/tables.ts';

/** A session with the agent it belongs to, and how many second factors they have. */
export type AgentSession = Pick<Selectable<AgentSessionsTable>, 'last_used_at' | 'proven_at'> &
  Pick<Selectable<AgentsTable>, 'id' | 'name' | 'email' | 'role'> & { factors: number };

/** A session is valid while both bounds, counted from its start and from its last use, are ahead. */
export interface SessionBounds {
  now: InstantText;
  usedAfter: InstantText;
}

/** Keeps a new session of an agent. */
export async function insertAgentSession(db: Kysely<Tables>, session: Insertable<AgentSessionsTable>): Promise<void> {
  await db.insertInto('agent_sessions').values(session).execute();
}

/** The session of a token, if it is valid and its agent is not disabled. */
export async function findAgentSession(
  db: Kysely<Tables>,
  tokenHash: string,
  { now, usedAfter }: SessionBounds,
): Promise<AgentSession | null> {
  const session = await db
    .selectFrom('agent_sessions')
    .innerJoin('agents', 'agents.id', 'agent_sessions.agent_id')
    .select([
      'agent_sessions.last_used_at',
      'agent_sessions.proven_at',
      'agents.id',
      'agents.name',
      'agents.email',
      'agents.role',
    ])
    .select(factorCount)
    .where('agent_sessions.token_hash', '=', tokenHash)
    .where('agent_sessions.expires_at', '>', now)
    .where('agent_sessions.last_used_at', '>', usedAfter)
    .where('agents.disabled_at', 'is', null)
    .executeTakeFirst();
  return session ? { ...session, factors: Number(session.factors) } : null;
}

/** An app counts once a code of it was shown. */
function factorCount({ selectFrom }: ExpressionBuilder<Tables, 'agents' | 'agent_sessions'>) {
  const passkeys = selectFrom('agent_passkeys')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('agent_passkeys.agent_id', '=', 'agents.id');
  const apps = selectFrom('agent_totp')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('agent_totp.agent_id', '=', 'agents.id')
    .where('agent_totp.confirmed_at', 'is not', null);
  return sql<number>`${passkeys} + ${apps}`.as('factors');
}

/** Notes that the agent of a session has proven themselves again. */
export async function markSessionProven(db: Kysely<Tables>, tokenHash: string, at: InstantText): Promise<void> {
  await db.updateTable('agent_sessions').set({ proven_at: at }).where('token_hash', '=', tokenHash).execute();
}

/** Sets the time of a session's last use. */
export async function touchAgentSession(db: Kysely<Tables>, tokenHash: string, at: InstantText): Promise<void> {
  await db.updateTable('agent_sessions').set({ last_used_at: at }).where('token_hash', '=', tokenHash).execute();
}

/** Ends one session. */
export async function deleteAgentSession(db: Kysely<Tables>, tokenHash: string): Promise<void> {
  await db.deleteFrom('agent_sessions').where('token_hash', '=', tokenHash).execute();
}

/** Ends every session of an agent, on every machine. */
export async function deleteSessionsOfAgent(db: Kysely<Tables>, agentId: string): Promise<void> {
  await db.deleteFrom('agent_sessions').where('agent_id', '=', agentId).execute();
}

/** The valid sessions of an agent, the last used first. */
export async function sessionsOfAgent(
  db: Kysely<Tables>,
  agentId: string,
  { now, usedAfter }: SessionBounds,
  limit: number,
): Promise<Selectable<AgentSessionsTable>[]> {
  return db
    .selectFrom('agent_sessions')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('expires_at', '>', now)
    .where('last_used_at', '>', usedAfter)
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Ends one session of an agent by its public id; false when the agent has no such session. */
export async function deleteSessionOfAgent(db: Kysely<Tables>, agentId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('agent_sessions')
    .where('agent_id', '=', agentId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Ends every session of an agent but one. */
export async function deleteOtherSessions(db: Kysely<Tables>, agentId: string, tokenHash: string): Promise<void> {
  await db.deleteFrom('agent_sessions').where('agent_id', '=', agentId).where('token_hash', '!=', tokenHash).execute();
}

/** Deletes expired sessions. @returns how many */
export async function deleteExpiredAgentSessions(
  db: Kysely<Tables>,
  { now, usedAfter }: SessionBounds,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('agent_sessions')
    .where((row) => row.or([row('expires_at', '<=', now), row('last_used_at', '<=', usedAfter)]))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** When each agent's sessions were last used, of those that are kept. */
export async function lastUses(db: Kysely<Tables>): Promise<Map<string, InstantText>> {
  const rows = await db
    .selectFrom('agent_sessions')
    .select(['agent_id', ({ fn }) => fn.max('last_used_at').as('used_at')])
    .groupBy('agent_id')
    .execute();
  return new Map(rows.map(({ agent_id, used_at }) => [agent_id, used_at]));
}
