import type { Store } from '../store/open.ts';
import { resolveMerged } from '../tickets/resolve-merged.ts';

/** How many messages of a ticket an agent has been shown. The first one opened the ticket and counts as shown. */
export async function shownMessages(store: Store, number: string): Promise<number> {
  return Math.max(1, (await resolveMerged(store, number))?.agent_seen ?? 0);
}
