import { appendEvent } from '../events/append-event.ts';
import { deleteAgentCode } from '../store/agent-codes.ts';
import { deleteSessionsOfAgent } from '../store/agent-sessions.ts';
import { type AgentRow, findAgent, markAgentDisabled } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { releaseTickets } from '../store/tickets.ts';
import { foldEmail } from './agent.ts';

/** Disables the agent of an address, as the operator does; false when no working agent has it. */
export async function disableAgent(store: Store, email: string, now: Temporal.Instant): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const agent = await findAgent(transaction, foldEmail(email));
    return agent !== null && (await endAgent(transaction, agent, 'operator', now));
  });
}

/**
 * Disables an agent: all their sessions end at once, their code opens nothing, and nobody holds their open tickets any
 * more, so that what they promised is not theirs to forget.
 * @returns false when they are disabled already
 */
export async function endAgent(
  transaction: Store,
  { id, disabled_at }: AgentRow,
  actor: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (disabled_at !== null) return false;
  const at = toInstantText(now);
  await markAgentDisabled(transaction, id, at);
  await deleteSessionsOfAgent(transaction, id);
  await deleteAgentCode(transaction, id);
  await appendEvent(transaction, { at, actor, action: 'agent.disabled', details: { agent: id } });
  for (const ticketNumber of await releaseTickets(transaction, id)) {
    const details = { from: id, to: null };
    await appendEvent(transaction, { at, actor, action: 'ticket.assigned', ticketNumber, details });
  }
  return true;
}
