import type { SessionBounds } from '../store/agent-sessions.ts';
import { toInstantText } from '../store/instants.ts';

/** The longest an agent stays signed in, in hours: a long shift, and nobody comes in on yesterday's session. */
export const SESSION_HOURS = 12;

/**
 * How long an unused session lasts, in hours. A desk left open over a meeting or a long call should not lose what is
 * being written; one left open over the evening should be shut. Half an hour, as banks have it, would cost drafts.
 */
const IDLE_HOURS = 2;

/** What still lasts at an instant: begun less than 12 hours ago and used less than 2 hours ago. */
export function agentSessionBounds(now: Temporal.Instant): SessionBounds {
  return { now: toInstantText(now), usedAfter: toInstantText(now.subtract({ hours: IDLE_HOURS })) };
}
