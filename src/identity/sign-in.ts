import { createHmac } from 'node:crypto';
import type { SignInRequest } from '../contract/desk/sign-in.ts';
import { appendEvent } from '../events/append-event.ts';
import { insertAgentSession } from '../store/agent-sessions.ts';
import { type AgentRow, confirmPasswordHash, findAgent } from '../store/agents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type Agent, foldEmail } from './agent.ts';
import { SESSION_HOURS } from './agent-session-bounds.ts';
import type { Passwords } from './password.ts';
import { hashToken, newId, newToken } from './token.ts';

/** What signing in needs: the store, the time, `SECRET_KEY`, and how passwords are checked. */
export interface SignInDeps {
  store: Store;
  now: () => Temporal.Instant;
  secretKey: Uint8Array;
  passwords: Passwords;
}

/** A new session: its token goes into the cookie and nowhere else. */
export interface SignedInAgent {
  token: string;
  agent: Agent;
}

/**
 * Signs an agent in. An unknown address, a wrong password and a disabled agent give the same result after the same
 * work: one hash, one line of audit. The caller throttles attempts, see `sign-in-throttle`.
 * @param label browser and system from `sessionLabel`; stored with the session
 */
export async function signIn(
  deps: SignInDeps,
  { email, password }: SignInRequest,
  label: string | null = null,
): Promise<SignedInAgent | null> {
  const folded = foldEmail(email);
  const agent = await findAgent(deps.store, folded);
  const { passwords } = deps;
  const fits = await passwords.verify(password, agent?.password_hash ?? passwords.decoy);
  if (!agent || !fits || agent.disabled_at) {
    await noteFailure(deps, folded);
    return null;
  }
  const newHash = passwords.isTooCheap(agent.password_hash) ? await passwords.hash(password) : null;
  return begin(deps, agent, newHash, label);
}

/** Begins the session, unless the agent was disabled or got another password while we were hashing. */
async function begin(
  deps: SignInDeps,
  agent: AgentRow,
  newHash: string | null,
  label: string | null,
): Promise<SignedInAgent | null> {
  const now = deps.now();
  const at = toInstantText(now);
  const token = newToken('d');
  return deps.store.transaction().execute(async (transaction) => {
    if (!(await confirmPasswordHash(transaction, agent, newHash))) return null;
    await insertAgentSession(transaction, {
      token_hash: hashToken(token),
      id: newId('e'),
      label,
      agent_id: agent.id,
      created_at: at,
      last_used_at: at,
      expires_at: toInstantText(now.add({ hours: SESSION_HOURS })),
    });
    await appendEvent(transaction, { at, actor: agent.id, action: 'agent.signed-in' });
    const { id, name, email, role } = agent;
    return { token, agent: { id, name, email, role } };
  });
}

/**
 * Records the address as a keyed hash: enough to see that one address is tried again and again, not to learn whose it
 * is.
 */
async function noteFailure({ store, now, secretKey }: SignInDeps, email: string): Promise<void> {
  const tried = createHmac('sha256', secretKey).update(`sign-in:${email}`).digest('hex').slice(0, 16);
  const at = toInstantText(now());
  await appendEvent(store, { at, actor: 'unknown', action: 'agent.sign-in-failed', details: { tried } });
}
