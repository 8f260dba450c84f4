import { deleteExpiredAgentSessions } from '../store/agent-sessions.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteExpiredShopSessions } from '../store/shop-sessions.ts';
import { agentSessionBounds } from './agent-session-bounds.ts';

/**
 * Forgets what nobody can use any more: sessions past their time, and assertions too old to come again. Nothing depends
 * on when or whether it runs; it keeps the tables small.
 * @returns how many rows went
 */
export async function sweepExpired(store: Store, now: Temporal.Instant): Promise<number> {
  const ofShops = await deleteExpiredShopSessions(store, toInstantText(now));
  const ofAgents = await deleteExpiredAgentSessions(store, agentSessionBounds(now));
  return ofShops + ofAgents;
}
