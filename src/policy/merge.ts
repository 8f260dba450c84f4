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
