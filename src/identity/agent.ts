import type { AgentName } from '../contract/desk/queue-row.ts';
import type { AgentRole } from '../contract/lists.ts';
import { workingAgents } from '../store/agents.ts';
import type { Store } from '../store/open.ts';

/** An agent: one of the vendor's people who answer tickets. */
export interface Agent {
  id: string;
  name: string;
  /** in lower case */
  email: string;
  role: AgentRole;
}

/** An agent's address in lower case: people type their own in any case, and no mail system we know of cares. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** The agents that a ticket can be assigned to, by name. */
export async function workingAgentNames(db: Store): Promise<AgentName[]> {
  return (await workingAgents(db)).map(({ id, name }) => ({ id, name }));
}
