import { deleteOtherSessions } from '../store/agent-sessions.ts';
import { confirmPasswordHash, findAgentById } from '../store/agents.ts';
import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import type { Agent } from './agent.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { SignInDeps } from './sign-in.ts';
import { hashToken } from './token.ts';

/** How it ended; `wrong`: the old password is not that. */
export type OwnPasswordChanged = 'changed' | 'wrong';

/**
 * Gives the agent who is signed in a new password. The old one is asked for: a desk left open is not enough to shut its agent
 * out. Every other session ends, this one goes on. How often somebody may try is decided before, as for signing in.
 * @param token of the session that asks
 * @param passwords the new one fit, as the request's schema sees to
 */
export async function changeOwnPassword(
  { store, now }: Pick<SignInDeps, 'store' | 'now'>,
  { id }: Agent,
  token: string,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
): Promise<OwnPasswordChanged> {
  const agent = await findAgentById(store, id);
  if (!agent || !(await verifyPassword(oldPassword, agent.password_hash))) {
    await insertAudit(store, { at: toInstantText(now()), actor: id, action: 'agent.password-refused' });
    return 'wrong';
  }
  const newHash = await hashPassword(newPassword);
  return store.transaction().execute(async (transaction) => {
    // Whoever was given another password, or shut out, while we were hashing, has lost.
    if (!(await confirmPasswordHash(transaction, agent, newHash))) return 'wrong';
    await deleteOtherSessions(transaction, id, hashToken(token));
    const details = { agent: id };
    await insertAudit(transaction, { at: toInstantText(now()), actor: id, action: 'agent.password-changed', details });
    return 'changed';
  });
}
