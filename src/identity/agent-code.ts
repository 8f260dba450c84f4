import type { SetPasswordByCodeRequest } from '../contract/desk/people.ts';
import { appendEvent } from '../events/append-event.ts';
import { replaceAgentCode, spendAgentCode } from '../store/agent-codes.ts';
import { deleteSessionsOfAgent } from '../store/agent-sessions.ts';
import { findAgent, updatePasswordHash } from '../store/agents.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteFactors } from '../store/second-factors.ts';
import { foldEmail } from './agent.ts';
import { beginSession, type SignedInAgent } from './begin-session.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { hashSpokenCode, newSpokenCode } from './spoken-code.ts';

/** For how long a one-time code counts, in minutes: it is read out by telephone, or typed at the next desk. */
export const CODE_MINUTES = 30;

const PURPOSE = 'agent-code';

/** A code to be handed to its agent; it is shown now and never again. */
export interface GivenCode {
  code: string;
  until: InstantText;
}

/**
 * Gives an agent a one-time code in the place of everything they signed in with: the password opens nothing any more,
 * second factors are gone, sessions end. So a code is no second key beside the agent's own: who was reset without having
 * asked for it notices at once.
 * @param unknownHash of a password that nobody knows
 */
export async function giveCode(
  transaction: Store,
  agentId: string,
  { unknownHash, actor, now }: { unknownHash: string; actor: string; now: Temporal.Instant },
): Promise<GivenCode> {
  const code = newSpokenCode();
  const at = toInstantText(now);
  const until = toInstantText(now.add({ minutes: CODE_MINUTES }));
  await updatePasswordHash(transaction, agentId, unknownHash);
  await deleteFactors(transaction, agentId);
  await deleteSessionsOfAgent(transaction, agentId);
  const code_hash = hashSpokenCode(PURPOSE, agentId, code);
  await replaceAgentCode(transaction, { agent_id: agentId, code_hash, expires_at: until });
  await appendEvent(transaction, { at, actor, action: 'agent.code-given', details: { agent: agentId } });
  return { code, until };
}

/**
 * Sets an agent's password by their one-time code, and signs them in. An unknown address, a wrong code, one that is too
 * late and a disabled agent give the same result after the same work. The caller throttles attempts.
 * @param label browser and system from `sessionLabel`; stored with the session
 */
export async function setPasswordByCode(
  { store, now, passwords }: Pick<SignInDeps, 'store' | 'now' | 'passwords'>,
  { email, code, password }: SetPasswordByCodeRequest,
  label: string | null,
): Promise<SignedInAgent | null> {
  const passwordHash = await passwords.hash(password);
  return store.transaction().execute(async (transaction) => {
    const agent = await findAgent(transaction, foldEmail(email));
    if (!agent || agent.disabled_at !== null) return null;
    const at = toInstantText(now());
    if (!(await spendAgentCode(transaction, agent.id, hashSpokenCode(PURPOSE, agent.id, code), at))) return null;
    await updatePasswordHash(transaction, agent.id, passwordHash);
    await appendEvent(transaction, { at, actor: agent.id, action: 'agent.code-used' });
    return beginSession(transaction, agent, label, now());
  });
}
