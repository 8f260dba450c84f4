import type { FactorProof } from '../contract/desk/second-factor-requests.ts';
import { proofWays } from '../policy/second-factor.ts';
import type { AgentRow } from '../store/agents.ts';
import {
  countHalfSignInTry,
  deleteHalfSignIn,
  findHalfSignIn,
  type HalfSignIn,
  insertHalfSignIn,
} from '../store/half-sign-ins.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { countFactors } from '../store/second-factors.ts';
import { beginSession, type SignedInAgent } from './begin-session.ts';
import { checkFactor } from './check-factor.ts';
import { passkeyRequest, type RelyingParty } from './check-passkey.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { hashToken, newToken } from './token.ts';

/** For how long a sign-in waits for its second factor, in minutes. */
export const HALF_SIGN_IN_MINUTES = 5;

/** Wrong second factors that one sign-in takes; then the password is asked for again. */
const MOST_TRIES = 5;

/** Sign-ins of one agent that may wait at a time. */
const MOST_OF_AN_AGENT = 5;

const TOKEN = /^h_[A-Za-z0-9_-]{43}$/;

/** Keeps a sign-in whose password was right, until its second factor comes. @returns its token, for a cookie of its own */
export async function beginHalfSignIn(
  transaction: Store,
  { id, password_hash }: Pick<AgentRow, 'id' | 'password_hash'>,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken('h');
  const expires_at = toInstantText(now.add({ minutes: HALF_SIGN_IN_MINUTES }));
  const half = { token_hash: hashToken(token), agent_id: id, password_hash, tries: 0, expires_at };
  await insertHalfSignIn(transaction, half, MOST_OF_AN_AGENT);
  return token;
}

/** The sign-in of a token that waits for its second factor; null when it is over. */
export async function readHalfSignIn({ store, now }: SignInDeps, token: string): Promise<HalfSignIn | null> {
  return TOKEN.test(token) ? findHalfSignIn(store, hashToken(token), toInstantText(now())) : null;
}

/** What a sign-in can be ended with. */
export async function secondStepOptions(deps: SignInDeps, { id, token_hash }: HalfSignIn, party: RelyingParty) {
  const ways = proofWays(await countFactors(deps.store, id));
  const holder = { purpose: 'second-step', boundTo: token_hash } as const;
  return { ways, options: ways.includes('passkey') ? await passkeyRequest(deps, holder, party, id) : null };
}

/** `over`: too many tries, or ended meanwhile. */
export type SecondStepTaken = ({ outcome: 'signed-in' } & SignedInAgent) | { outcome: 'wrong' } | { outcome: 'over' };

/** Ends a sign-in by a second factor. Each try is counted before it is checked. */
export async function takeSecondStep(
  deps: SignInDeps,
  half: HalfSignIn,
  proof: FactorProof,
  { party, label }: { party: RelyingParty; label: string | null },
): Promise<SecondStepTaken> {
  if (!(await countHalfSignInTry(deps.store, half.token_hash, MOST_TRIES))) return { outcome: 'over' };
  const holder = { purpose: 'second-step', boundTo: half.token_hash } as const;
  if (!(await checkFactor(deps, { agentId: half.id, holder, party }, proof))) return { outcome: 'wrong' };
  return deps.store.transaction().execute(async (transaction) => {
    // Disabled, or with another password, since we looked.
    const isOpen = await findHalfSignIn(transaction, half.token_hash, toInstantText(deps.now()));
    if (!isOpen || !(await deleteHalfSignIn(transaction, half.token_hash))) return { outcome: 'over' };
    return { outcome: 'signed-in', ...(await beginSession(transaction, half, label, deps.now())) };
  });
}
