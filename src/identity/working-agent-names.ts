import type { AgentName } from '../contract/desk/queue-row.ts';
import { workingAgents } from '../store/agents.ts';
import type { Store } from '../store/open.ts';

/** The agents that a ticket can be assigned to, by name. */
export async function workingAgentNames(db: Store): Promise<AgentName[]> {
  return (await workingAgents(db)).map(({ id, name }) => ({ id, name }));
}
