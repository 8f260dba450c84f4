import { appendEvent } from '../events/append-event.ts';
import { deleteSessionOfAgent } from '../store/agent-sessions.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import type { Agent } from './agent.ts';

/** Ends one of the agent's own sessions by its public id. Expired and foreign sessions are ignored. */
export async function endSession(store: Store, agent: Agent, id: string, now: Temporal.Instant): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    if (!(await deleteSessionOfAgent(transaction, agent.id, id))) return;
    await appendEvent(transaction, { at: toInstantText(now), actor: agent.id, action: 'agent.session-ended' });
  });
}
