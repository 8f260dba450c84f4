import { appendEvent } from '../events/append-event.ts';
import { deleteOtherSessions } from '../store/agent-sessions.ts';
import { confirmPasswordHash, findAgentById } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Agent } from './agent.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { hashToken } from './token.ts';

/** `wrong`: the old password does not match. */
export type OwnPasswordChanged = 'changed' | 'wrong';

/**
 * Changes the password of the signed-in agent. It demands the old one, so that a desk left open is not enough to lock
 * its agent out. Every other session ends, this one goes on. The caller throttles attempts, as for signing in.
 * @param token of the current session
 * @param passwords the request's schema has checked the new one
 */
export async function changeOwnPassword(
  { store, now, passwords }: Pick<SignInDeps, 'store' | 'now' | 'passwords'>,
  { id }: Agent,
  token: string,
  { oldPassword, newPassword }: { oldPassword: string; newPassword: string },
): Promise<OwnPasswordChanged> {
  const agent = await findAgentById(store, id);
  if (!agent || !(await passwords.verify(oldPassword, agent.password_hash, 'known'))) {
    await appendEvent(store, { at: toInstantText(now()), actor: id, action: 'agent.password-refused' });
    return 'wrong';
  }
  const newHash = await passwords.hash(newPassword);
  return store.transaction().execute(async (transaction) => {
    // The agent got another password, or was disabled, while we were hashing.
    if (!(await confirmPasswordHash(transaction, agent, newHash))) return 'wrong';
    await deleteOtherSessions(transaction, id, hashToken(token));
    const details = { agent: id };
    await appendEvent(transaction, { at: toInstantText(now()), actor: id, action: 'agent.password-changed', details });
    return 'changed';
  });
}
