import { agentFields } from '../contract/desk/agent.ts';
import type { AgentRole } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { insertAgent } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { foldEmail } from './agent.ts';
import { createPasswords } from './password.ts';
import { newId } from './token.ts';

/** A new agent, as typed. */
export interface NewAgent {
  email: string;
  name: string;
  role: AgentRole;
  password: string;
}

/** `unfit`: a field that `contract/agent` refuses. The address of a disabled agent stays taken. */
export type AddAgentResult =
  | { outcome: 'added'; id: string }
  | { outcome: 'email-taken' }
  | { outcome: 'unfit'; field: 'email' | 'name' | 'password' };

/** Adds an agent. */
export async function addAgent(
  store: Store,
  agent: NewAgent,
  now: Temporal.Instant,
  passwords = createPasswords(),
): Promise<AddAgentResult> {
  const email = foldEmail(agent.email);
  if (!agentFields.email.safeParse(email).success) return { outcome: 'unfit', field: 'email' };
  if (!agentFields.name.safeParse(agent.name).success) return { outcome: 'unfit', field: 'name' };
  if (!agentFields.password.safeParse(agent.password).success) return { outcome: 'unfit', field: 'password' };
  const { name, role } = agent;
  const passwordHash = await passwords.hash(agent.password);
  const id = newId('a');
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const row = { id, email, name, role, password_hash: passwordHash, created_at: at, disabled_at: null };
    if (!(await insertAgent(transaction, row))) return { outcome: 'email-taken' };
    await appendEvent(transaction, { at, actor: 'operator', action: 'agent.added', details: { agent: id, role } });
    return { outcome: 'added', id };
  });
}
