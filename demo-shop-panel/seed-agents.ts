import { addAgent, type NewAgent } from '../src/identity/add-agent.ts';
import type { Passwords } from '../src/identity/password.ts';
import { findAgent } from '../src/store/agents.ts';
import type { Store } from '../src/store/open.ts';

/** Who answers in the demo. Their passwords are no secret: the demo's database holds nothing of anybody. */
export const DEMO_AGENTS = {
  ola: { name: 'Ola Nowak', email: 'ola@pomoc.example', role: 'admin', password: 'zielona herbata' },
  jan: { name: 'Jan Kos', email: 'jan@pomoc.example', role: 'agent', password: 'czerwony rower' },
} as const satisfies Record<string, NewAgent>;

/** Adds the demo's agents where they are not yet. */
export async function seedAgents(store: Store, now: Temporal.Instant, passwords?: Passwords): Promise<void> {
  for (const agent of Object.values(DEMO_AGENTS)) {
    if (!(await findAgent(store, agent.email))) await addAgent(store, agent, now, passwords);
  }
}
