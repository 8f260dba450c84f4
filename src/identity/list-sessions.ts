import type { DeskSessions } from '../contract/desk/sessions.ts';
import { sessionsOfAgent } from '../store/agent-sessions.ts';
import type { Store } from '../store/open.ts';
import type { Agent } from './agent.ts';
import { agentSessionBounds } from './agent-session-bounds.ts';
import { hashToken } from './token.ts';

const MOST = 100;

/**
 * The sessions of an agent, the current one first.
 * @param token of the current session
 */
export async function listSessions(
  db: Store,
  agent: Agent,
  token: string,
  now: Temporal.Instant,
): Promise<DeskSessions> {
  const asking = hashToken(token);
  const sessions = await sessionsOfAgent(db, agent.id, agentSessionBounds(now), MOST);
  return sessions
    .map(({ id, label, created_at, last_used_at, token_hash }) => ({
      id,
      label,
      begunAt: created_at,
      lastUsedAt: last_used_at,
      isThis: token_hash === asking,
    }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}
