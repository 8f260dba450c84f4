import { deleteExpiredAgentBrowsers } from '../store/agent-browsers.ts';
import { deleteExpiredAgentSessions } from '../store/agent-sessions.ts';
import { deleteExpiredHalfSignIns } from '../store/half-sign-ins.ts';
import { toInstantText } from '../store/instants.ts';
import { deleteExpiredLinks } from '../store/link-sessions.ts';
import type { Store } from '../store/open.ts';
import { deleteExpiredChallenges } from '../store/passkey-challenges.ts';
import { deleteExpiredShopSessions } from '../store/shop-sessions.ts';
import { agentSessionBounds } from './agent-session-bounds.ts';

/**
 * Deletes expired sessions, also those of links with the codes, assertions, challenges, sign-ins that wait for a second factor, and browsers that agents no
 * longer use. Nothing depends on when or whether it runs; it keeps the tables small.
 * @returns how many rows were deleted
 */
export async function sweepExpired(store: Store, now: Temporal.Instant): Promise<number> {
  const ofShops = await deleteExpiredShopSessions(store, toInstantText(now));
  const ofAgents = await deleteExpiredAgentSessions(store, agentSessionBounds(now));
  const halves = await deleteExpiredHalfSignIns(store, toInstantText(now));
  const challenges = await deleteExpiredChallenges(store, toInstantText(now));
  const browsers = await deleteExpiredAgentBrowsers(store, toInstantText(now));
  const links = await deleteExpiredLinks(store, toInstantText(now));
  return links + ofShops + ofAgents + halves + challenges + browsers;
}
