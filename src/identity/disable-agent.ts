import { appendEvent } from '../events/append-event.ts';
import { deleteSessionsOfAgent } from '../store/agent-sessions.ts';
import { findAgent, markAgentDisabled } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { foldEmail } from './agent.ts';

/** Disables an agent and ends all their sessions at once; false when no working agent has this address. */
export async function disableAgent(store: Store, email: string, now: Temporal.Instant): Promise<boolean> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const agent = await findAgent(transaction, foldEmail(email));
    if (!agent || agent.disabled_at) return false;
    await markAgentDisabled(transaction, agent.id, at);
    await deleteSessionsOfAgent(transaction, agent.id);
    await appendEvent(transaction, { at, actor: 'operator', action: 'agent.disabled', details: { agent: agent.id } });
    return true;
  });
}
