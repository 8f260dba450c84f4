import { appendEvent } from '../events/append-event.ts';
import { deleteAgentSession, deleteSessionsOfAgent } from '../store/agent-sessions.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import type { Agent } from './agent.ts';
import { hashToken } from './token.ts';

/**
 * Ends an agent's session.
 * @param token the session that ends, or null for all sessions of the agent
 */
export async function signOut(store: Store, agent: Agent, token: string | null, now: Temporal.Instant): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    if (token === null) await deleteSessionsOfAgent(transaction, agent.id);
    else await deleteAgentSession(transaction, hashToken(token));
    const action = token === null ? 'agent.signed-out-everywhere' : 'agent.signed-out';
    await appendEvent(transaction, { at: toInstantText(now), actor: agent.id, action });
  });
}
