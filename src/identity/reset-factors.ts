import { appendEvent } from '../events/append-event.ts';
import { deleteSessionsOfAgent } from '../store/agent-sessions.ts';
import { findAgent } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteFactors } from '../store/second-factors.ts';
import { foldEmail } from './agent.ts';

/**
 * Removes every second factor of an agent who has lost them all, and ends their sessions. The password stays. The
 * operator's way; admins give a code, see `agent-code`.
 * @returns false when nobody has this address
 */
export async function resetFactors(store: Store, email: string, now: Temporal.Instant): Promise<boolean> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const agent = await findAgent(transaction, foldEmail(email));
    if (!agent) return false;
    await deleteFactors(transaction, agent.id);
    await deleteSessionsOfAgent(transaction, agent.id);
    await appendEvent(transaction, {
      at,
      actor: 'operator',
      action: 'agent.factors-reset',
      details: { agent: agent.id },
    });
    return true;
  });
}
