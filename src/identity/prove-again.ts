import type { ProveAgainRequest } from '../contract/desk/second-factor-requests.ts';
import { appendEvent } from '../events/append-event.ts';
import { proofWays } from '../policy/second-factor.ts';
import { markSessionProven } from '../store/agent-sessions.ts';
import { findAgentById } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import { countFactors } from '../store/second-factors.ts';
import { checkFactor } from './check-factor.ts';
import { passkeyRequest, type RelyingParty } from './check-passkey.ts';
import type { DeskSession } from './read-agent-session.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** What the agent of a session can prove themselves with again. */
export async function proofOptions(deps: SignInDeps, { agent, tokenHash, isProven }: DeskSession, party: RelyingParty) {
  const ways = proofWays(await countFactors(deps.store, agent.id));
  const holder = { purpose: 'proof', boundTo: tokenHash } as const;
  return {
    isProven,
    ways,
    options: ways.includes('passkey') ? await passkeyRequest(deps, holder, party, agent.id) : null,
  };
}

/**
 * Proves the agent of a session again: by a second factor, or by the password of who has none. The caller limits how
 * many may be tried.
 * @returns false when it is wrong, or no way for this agent
 */
export async function proveAgain(
  deps: SignInDeps,
  { agent, tokenHash }: DeskSession,
  proof: ProveAgainRequest,
  party: RelyingParty,
): Promise<boolean> {
  const ways = proofWays(await countFactors(deps.store, agent.id));
  if (!ways.includes(proof.way)) return false;
  const holder = { purpose: 'proof', boundTo: tokenHash } as const;
  const isRight =
    proof.way === 'password'
      ? await checkPassword(deps, agent.id, proof.password)
      : await checkFactor(deps, { agentId: agent.id, holder, party }, proof);
  if (!isRight) return false;
  const at = toInstantText(deps.now());
  await deps.store.transaction().execute(async (transaction) => {
    await markSessionProven(transaction, tokenHash, at);
    await appendEvent(transaction, { at, actor: agent.id, action: 'agent.proven', details: { way: proof.way } });
  });
  return true;
}

async function checkPassword({ store, now, passwords }: SignInDeps, id: string, password: string): Promise<boolean> {
  const agent = await findAgentById(store, id);
  if (agent && (await passwords.verify(password, agent.password_hash, 'known'))) return true;
  await appendEvent(store, { at: toInstantText(now()), actor: id, action: 'agent.password-refused' });
  return false;
}
