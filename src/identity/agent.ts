import type { AgentRole } from '../contract/agent.ts';

/** One of the vendor's people who answer tickets. */
export interface Agent {
  id: string;
  name: string;
  /** in lower case */
  email: string;
  role: AgentRole;
}

/** An address as agents are found by: people write their own in every case, and no mail system we met minds. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
