import { isFreshProof } from '../policy/second-factor.ts';
import { findAgentSession, touchAgentSession } from '../store/agent-sessions.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import type { Agent } from './agent.ts';
import { agentSessionBounds } from './agent-session-bounds.ts';
import { hashToken } from './token.ts';

const DESK_SESSION = /^d_[A-Za-z0-9_-]{43}$/;

/** How old the stored last use may be before it is updated, in seconds: a busy desk writes once a minute. */
const TOUCH_SECONDS = 60;

/** A session of the desk with its agent. */
export interface DeskSession {
  agent: Agent;
  tokenHash: string;
  /** whether the agent proved that it is them a short while ago */
  isProven: boolean;
  /** whether they have a passkey or an authenticator app */
  hasFactor: boolean;
}

/**
 * The session of a token. Reading it counts as a use.
 * @param token the value of the desk's cookie
 * @returns null for an unknown or expired session, or a disabled agent
 */
export async function readAgentSession(db: Store, token: string, now: Temporal.Instant): Promise<DeskSession | null> {
  if (!DESK_SESSION.test(token)) return null;
  const tokenHash = hashToken(token);
  const session = await findAgentSession(db, tokenHash, agentSessionBounds(now));
  if (!session) return null;
  const { last_used_at, proven_at, factors, ...agent } = session;
  const touchedBefore = toInstantText(now.subtract({ seconds: TOUCH_SECONDS }));
  if (last_used_at <= touchedBefore) await touchAgentSession(db, tokenHash, toInstantText(now));
  return { agent, tokenHash, isProven: isFreshProof(readInstant(proven_at), now), hasFactor: factors > 0 };
}

/**
 * Whether a session is still valid, without counting as a use: an open event stream must not keep anybody signed in.
 */
export async function agentSessionLasts(db: Store, token: string, now: Temporal.Instant): Promise<boolean> {
  return (await findAgentSession(db, hashToken(token), agentSessionBounds(now))) !== null;
}
