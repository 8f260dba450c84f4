import { afterCustomerMessage, type ThreadState } from './thread.ts';

/**
 * Where a thread stands once another one of the same shop has become part of it. The older promise is the one that is
 * kept (A4): merging never gives us more time. What only the other one waits for opens this one again.
 */
export function afterMerge(survivor: ThreadState, duplicate: ThreadState): ThreadState {
  if (!duplicate.waitingSince) return survivor;
  const asked = afterCustomerMessage(survivor, duplicate.waitingSince);
  const isOlder =
    asked.waitingSince !== null && Temporal.Instant.compare(duplicate.waitingSince, asked.waitingSince) < 0;
  return isOlder ? { ...asked, waitingSince: duplicate.waitingSince } : asked;
}

/**
 * How many messages of a merged thread somebody has seen from its beginning on: the other thread's stand behind the
 * survivor's, so they count only for who has seen all of these.
 */
export function seenAfterMerge(survivor: { messages: number; seen: number }, duplicate: { seen: number }): number {
  return survivor.seen >= survivor.messages ? survivor.messages + duplicate.seen : survivor.seen;
}
