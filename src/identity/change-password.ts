import { agentFields } from '../contract/desk/agent.ts';
import { appendEvent } from '../events/append-event.ts';
import { deleteSessionsOfAgent } from '../store/agent-sessions.ts';
import { findAgent, updatePasswordHash } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { foldEmail } from './agent.ts';
import { createPasswords } from './password.ts';

/** The outcome of changing a password. */
export type ChangePasswordResult = 'changed' | 'unknown' | 'unfit';

/**
 * Sets an agent's password and ends all their sessions, so that nobody stays in with the old one. A disabled agent
 * stays disabled.
 */
export async function changePassword(
  store: Store,
  email: string,
  password: string,
  now: Temporal.Instant,
  passwords = createPasswords(),
): Promise<ChangePasswordResult> {
  if (!agentFields.password.safeParse(password).success) return 'unfit';
  const passwordHash = await passwords.hash(password);
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const agent = await findAgent(transaction, foldEmail(email));
    if (!agent) return 'unknown';
    await updatePasswordHash(transaction, agent.id, passwordHash);
    await deleteSessionsOfAgent(transaction, agent.id);
    const details = { agent: agent.id };
    await appendEvent(transaction, { at, actor: 'operator', action: 'agent.password-changed', details });
    return 'changed';
  });
}
