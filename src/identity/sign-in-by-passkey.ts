import { findAgentById } from '../store/agents.ts';
import { beginSession, type SignedInAgent } from './begin-session.ts';
import { checkPasskey, passkeyRequest, type RelyingParty } from './check-passkey.ts';
import type { SignInDeps } from './sign-in-deps.ts';
import { hashToken, newToken } from './token.ts';

const TOKEN = /^c_[A-Za-z0-9_-]{43}$/;

/** Begins a sign-in by a passkey alone. @returns the options for the browser, and a token for a cookie of its own */
export async function passkeySignInOptions(deps: SignInDeps, party: RelyingParty) {
  const token = newToken('c');
  const holder = { purpose: 'sign-in', boundTo: hashToken(token) } as const;
  return { token, options: await passkeyRequest(deps, holder, party, null) };
}

/**
 * Signs an agent in by a passkey that names them. It needs no password: its owner has unlocked it, by finger, face or
 * PIN. Whatever is wrong gives the same result.
 * @param token of `passkeySignInOptions`
 */
export async function signInByPasskey(
  deps: SignInDeps,
  token: string,
  credential: unknown,
  { party, label }: { party: RelyingParty; label: string | null },
): Promise<SignedInAgent | null> {
  if (!TOKEN.test(token)) return null;
  const holder = { purpose: 'sign-in', boundTo: hashToken(token) } as const;
  const agentId = await checkPasskey(deps, holder, party, { credential, agentId: null });
  if (agentId === null) return null;
  return deps.store.transaction().execute(async (transaction) => {
    const agent = await findAgentById(transaction, agentId);
    return agent && !agent.disabled_at ? beginSession(transaction, agent, label, deps.now()) : null;
  });
}
