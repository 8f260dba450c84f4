import { UNCLAIMED_HOURS } from '../policy/upload-quota.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteUnclaimed } from '../store/uploads.ts';

/** Deletes uploads that no message claimed within a day; returns how many. */
export async function sweepUploads(store: Store, now: Temporal.Instant): Promise<number> {
  const before = toInstantText(now.subtract({ hours: UNCLAIMED_HOURS }));
  return store.transaction().execute((transaction) => deleteUnclaimed(transaction, before));
}
