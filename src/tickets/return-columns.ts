import type { InstantText } from '../store/instants.ts';

/**
 * When a ticket that nobody waits for comes back by itself, which is whatever is first: by when we said that we write
 * again, or until when it is put off. Putting off hides no promise.
 */
export function returnAt(followUpAt: InstantText | null, snoozedUntil: InstantText | null): InstantText | null {
  const [first = null] = [followUpAt, snoozedUntil].filter((one) => one !== null).toSorted();
  return first;
}
