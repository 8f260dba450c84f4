import type { SessionBounds } from '../store/agent-sessions.ts';
import { toInstantText } from '../store/instants.ts';

/** The longest life of an agent's session, in hours: a long shift, so that no session lasts until the next day. */
export const SESSION_HOURS = 12;

/**
 * How long an unused session lasts, in hours. A desk left open during a meeting or a long call should not lose a draft;
 * one left open over the evening should be signed out. Half an hour, as banks have it, would cost drafts.
 */
const IDLE_HOURS = 2;

/** The bounds of sessions that are valid at an instant: begun less than 12 hours ago and used less than 2 hours ago. */
export function agentSessionBounds(now: Temporal.Instant): SessionBounds {
  return { now: toInstantText(now), usedAfter: toInstantText(now.subtract({ hours: IDLE_HOURS })) };
}
