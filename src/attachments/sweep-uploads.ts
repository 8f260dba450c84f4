import { UNCLAIMED_HOURS, UNFINISHED_HOURS } from '../policy/upload-quota.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { deleteUnclaimed } from '../store/uploads.ts';

/** Deletes uploads that no message claimed within a day, or that were left incomplete; returns how many. */
export async function sweepUploads(store: Store, now: Temporal.Instant): Promise<number> {
  const before = {
    begun: toInstantText(now.subtract({ hours: UNCLAIMED_HOURS })),
    unfinished: toInstantText(now.subtract({ hours: UNFINISHED_HOURS })),
  };
  let swept = 0;
  for (;;) {
    const count = await deleteUnclaimed(store, before);
    if (count === 0) return swept;
    swept += count;
  }
}
