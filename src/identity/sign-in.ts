import { createHmac } from 'node:crypto';
import type { SignInRequest } from '../contract/desk/sign-in.ts';
import type { ProofWay } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { watchSignIns } from '../guard/alarms.ts';
import { hasFactor, proofWays } from '../policy/second-factor.ts';
import { type AgentRow, confirmPasswordHash, findAgent } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import { countFactors } from '../store/second-factors.ts';
import { foldEmail } from './agent.ts';
import { beginSession, type SignedInAgent } from './begin-session.ts';
import type { HashCaller } from './hash-turns.ts';
import { beginHalfSignIn } from './second-step.ts';
import type { SignInDeps } from './sign-in-deps.ts';

/** A session, or a step to come: its token goes into a cookie of its own. */
export type SignInResult =
  | ({ outcome: 'signed-in' } & SignedInAgent)
  | { outcome: 'second-step'; token: string; ways: ProofWay[] };

/**
 * Signs an agent in by their password. Who has a second factor gets no session yet, but a second step. An unknown
 * address, a wrong password and a disabled agent give the same result after the same work: one hash, one line of audit.
 * The caller throttles attempts, see `sign-in-throttle`.
 * @param label browser and system from `sessionLabel`; stored with the session
 * @param caller whose turn to hash it takes
 */
export async function signIn(
  deps: SignInDeps,
  { email, password }: SignInRequest,
  label: string | null = null,
  caller: HashCaller = 'stranger',
): Promise<SignInResult | null> {
  const folded = foldEmail(email);
  const agent = await findAgent(deps.store, folded);
  const { passwords } = deps;
  const fits = await passwords.verify(password, agent?.password_hash ?? passwords.decoy, caller);
  if (!agent || !fits || agent.disabled_at) {
    await noteFailure(deps, folded);
    return null;
  }
  const newHash = passwords.isTooCheap(agent.password_hash) ? await passwords.hash(password) : null;
  return begin(deps, agent, newHash, label);
}

/** Goes on, unless the agent was disabled or got another password while we were hashing. */
async function begin(
  { store, now }: SignInDeps,
  agent: AgentRow,
  newHash: string | null,
  label: string | null,
): Promise<SignInResult | null> {
  return store.transaction().execute(async (transaction) => {
    if (!(await confirmPasswordHash(transaction, agent, newHash))) return null;
    const held = await countFactors(transaction, agent.id);
    if (!hasFactor(held)) {
      return { outcome: 'signed-in', ...(await beginSession(transaction, agent, label, now())) };
    }
    const hash = newHash ?? agent.password_hash;
    const token = await beginHalfSignIn(transaction, { ...agent, password_hash: hash }, now());
    return { outcome: 'second-step', token, ways: proofWays(held) };
  });
}

/**
 * Records the address as a keyed hash: enough to see that one address is tried again and again, not to learn whose it
 * is.
 */
async function noteFailure({ store, now, hashKey }: SignInDeps, email: string): Promise<void> {
  const tried = createHmac('sha256', hashKey).update(`sign-in:${email}`).digest('hex').slice(0, 16);
  const at = toInstantText(now());
  await appendEvent(store, { at, actor: 'unknown', action: 'agent.sign-in-failed', details: { tried } });
  await watchSignIns({ store, now });
}
