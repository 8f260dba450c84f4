import type { Store } from '../store/open.ts';
import { findSurvivor } from '../tickets/find-survivor.ts';

/** How many messages of a ticket somebody of ours has been shown. The first one brought the ticket here: it counts as known. */
export async function shownMessages(store: Store, number: string): Promise<number> {
  return Math.max(1, (await findSurvivor(store, number))?.agent_seen ?? 0);
}
