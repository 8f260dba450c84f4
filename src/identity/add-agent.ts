import { agentFields } from '../contract/desk/agent.ts';
import type { AgentRole } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { insertAgent } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { foldEmail } from './agent.ts';
import { createPasswords } from './password.ts';
import { newId } from './token.ts';

/** Somebody to become an agent, as typed. */
export interface Person {
  email: string;
  name: string;
  role: AgentRole;
}

/** A new agent with the password to begin with. */
export interface NewAgent extends Person {
  password: string;
}

/** The address of a disabled agent stays taken. */
export type WriteAgentResult = { outcome: 'added'; id: string } | { outcome: 'email-taken' };

/** `unfit`: a field that `contract/agent` refuses. */
export type AddAgentResult = WriteAgentResult | { outcome: 'unfit'; field: 'email' | 'name' | 'password' };

/** Adds an agent: the operator's way. Admins invite, see `people`. */
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
  const passwordHash = await passwords.hash(agent.password);
  return store
    .transaction()
    .execute((transaction) => writeAgent(transaction, agent, { passwordHash, actor: 'operator', now }));
}

/** Writes a new agent, whose fields are checked, with the event. */
export async function writeAgent(
  transaction: Store,
  { email, name, role }: Person,
  { passwordHash, actor, now }: { passwordHash: string; actor: string; now: Temporal.Instant },
): Promise<WriteAgentResult> {
  const id = newId('a');
  const at = toInstantText(now);
  const row = {
    id,
    email: foldEmail(email),
    name,
    role,
    password_hash: passwordHash,
    created_at: at,
    disabled_at: null,
  };
  if (!(await insertAgent(transaction, row))) return { outcome: 'email-taken' };
  await appendEvent(transaction, { at, actor, action: 'agent.added', details: { agent: id, role } });
  return { outcome: 'added', id };
}
