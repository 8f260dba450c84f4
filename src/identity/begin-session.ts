import { appendEvent } from '../events/append-event.ts';
import { insertAgentSession } from '../store/agent-sessions.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import type { Agent } from './agent.ts';
import { SESSION_HOURS } from './agent-session-bounds.ts';
import { hashToken, newId, newToken } from './token.ts';

/** A new session: its token goes into the cookie and nowhere else. */
export interface SignedInAgent {
  token: string;
  agent: Agent;
}

/**
 * Begins a session of an agent who has just proven themselves, in the transaction of that.
 * @param label browser and system from `sessionLabel`
 */
export async function beginSession(
  transaction: Store,
  { id, name, email, role }: Agent,
  label: string | null,
  now: Temporal.Instant,
): Promise<SignedInAgent> {
  const at = toInstantText(now);
  const token = newToken('d');
  await insertAgentSession(transaction, {
    token_hash: hashToken(token),
    id: newId('e'),
    label,
    agent_id: id,
    created_at: at,
    last_used_at: at,
    expires_at: toInstantText(now.add({ hours: SESSION_HOURS })),
    proven_at: at,
  });
  await appendEvent(transaction, { at, actor: id, action: 'agent.signed-in' });
  return { token, agent: { id, name, email, role } };
}
