import { PROOFS, type Proof } from '../contract/lists.ts';
import { afterCustomerMessage, type ThreadState } from './thread.ts';

/**
 * The state of a thread after another one of the same shop was merged into it. The older promise is kept (A4): merging
 * never gives us more time. A wait that only the merged thread had reopens the surviving one.
 */
export function afterMerge(survivor: ThreadState, duplicate: ThreadState): ThreadState {
  if (!duplicate.waitingSince) return survivor;
  const asked = afterCustomerMessage(survivor, duplicate.waitingSince);
  const isOlder = Temporal.Instant.compare(duplicate.waitingSince, asked.waitingSince) < 0;
  return isOlder ? { ...asked, waitingSince: duplicate.waitingSince } : asked;
}

/**
 * How many messages of the merged thread count as seen. The duplicate's messages come after the survivor's, so they
 * count only for a reader who has seen all of the survivor's.
 */
export function seenAfterMerge(survivor: { messages: number; seen: number }, duplicate: { seen: number }): number {
  return survivor.seen >= survivor.messages ? survivor.messages + duplicate.seen : survivor.seen;
}

/** The proof of a merged thread: the weaker of the two. */
export function weakerProof(one: Proof, other: Proof): Proof {
  return PROOFS.indexOf(one) > PROOFS.indexOf(other) ? one : other;
}

/** How long a merge can be undone, in hours: long enough to notice, short enough that few have written since. */
const UNDO_HOURS = 24;

/** Until when a merge can be undone; null once it cannot any more. */
export function undoUntil(mergedAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const until = mergedAt.add({ hours: UNDO_HOURS });
  return Temporal.Instant.compare(now, until) < 0 ? until : null;
}

/**
 * Where the thread stands that another one was taken out of again. What happened to it since the merge stays; a wait
 * that only the other thread had goes with it, unless the customer wrote here since.
 * @param firstSince when the customer first wrote here since the merge; null for never
 */
export function afterUndo(
  current: ThreadState,
  { before, merged }: { before: ThreadState; merged: ThreadState },
  firstSince: Temporal.Instant | null,
): ThreadState {
  if (!current.waitingSince || !merged.waitingSince || !current.waitingSince.equals(merged.waitingSince))
    return current;
  const waitingSince = before.waitingSince ?? firstSince;
  return waitingSince
    ? { ...current, waitingSince }
    : { status: current.status === merged.status ? before.status : current.status, waitingSince };
}

/** The messages of a thread that were taken out of it: their first and last position; null for none. */
export type TakenOut = { first: number; last: number } | null;

/** How many messages from the first on count as seen once some were taken out of the thread. */
export function seenAfterUndo(seen: number, taken: TakenOut): number {
  if (!taken || seen < taken.first) return seen;
  return seen > taken.last ? seen - (taken.last - taken.first + 1) : taken.first - 1;
}
