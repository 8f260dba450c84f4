import type { AgentRole } from '../contract/lists.ts';

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
