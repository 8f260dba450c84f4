import { PROOFS, type Proof } from '../contract/lists.ts';
import { afterCustomerMessage, afterFollowUp, type ThreadState } from './thread.ts';

/**
 * The state of a thread after another one of the same shop was merged into it. The older promise is kept (A4): merging
 * never gives us more time. A wait that only the merged thread had reopens the surviving one.
 */
export function afterMerge(survivor: ThreadState, duplicate: ThreadState): ThreadState {
  const kept = withFollowUp(survivor, duplicate.followUpAt);
  if (!duplicate.waitingSince) return kept;
  const asked = afterCustomerMessage(kept, duplicate.waitingSince);
  const isOlder = Temporal.Instant.compare(duplicate.waitingSince, asked.waitingSince) < 0;
  return isOlder ? { ...asked, waitingSince: duplicate.waitingSince } : asked;
}

/** With what the other thread was told of writing again, too: the earlier of two times is kept. */
function withFollowUp(state: ThreadState, other: Temporal.Instant | null): ThreadState {
  if (other === null) return state;
  const own = state.followUpAt;
  return afterFollowUp(state, own && Temporal.Instant.compare(own, other) < 0 ? own : other);
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
 * that only the other thread had goes with it, unless the customer wrote here since, and so does what was said of writing
 * again.
 * @param firstSince when the customer first wrote here since the merge; null for never
 */
export function afterUndo(
  current: ThreadState,
  { before, merged }: { before: ThreadState; merged: ThreadState },
  firstSince: Temporal.Instant | null,
): ThreadState {
  const isSaidSince = !isSame(current.followUpAt, merged.followUpAt);
  const state = isSaidSince ? current : { ...current, followUpAt: before.followUpAt };
  const status = current.status === merged.status ? before.status : current.status;
  if (!current.waitingSince || !isSame(current.waitingSince, merged.waitingSince))
    return isSame(state.followUpAt, current.followUpAt) ? state : { ...state, status };
  const waitingSince = before.waitingSince ?? firstSince;
  return waitingSince ? { ...state, waitingSince } : { ...state, status, waitingSince };
}

function isSame(one: Temporal.Instant | null, other: Temporal.Instant | null): boolean {
  return one === other || (one !== null && other !== null && one.equals(other));
}

/** The messages of a thread that were taken out of it: their first and last position; null for none. */
export type TakenOut = { first: number; last: number } | null;

/** How many messages from the first on count as seen once some were taken out of the thread. */
export function seenAfterUndo(seen: number, taken: TakenOut): number {
  if (!taken || seen < taken.first) return seen;
  return seen > taken.last ? seen - (taken.last - taken.first + 1) : taken.first - 1;
}
