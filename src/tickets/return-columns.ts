import { type InstantText, toInstantText } from '../store/instants.ts';
import type { TicketRow } from '../store/tickets.ts';

/** What brings a ticket back by itself. */
export interface Returns {
  /** by when we said that we write again */
  followUpAt: InstantText | null;
  /** until when it is put off */
  snoozedUntil: InstantText | null;
}

/** Nothing brings it back: its customer waits for a reply, or it is over. */
export const NO_RETURN = { follow_up_at: null, snoozed_until: null, queue_return_at: null } as const;

/**
 * What brings a ticket back, as columns: the only place that says when it comes back, which is whatever is first. Putting
 * off hides no promise.
 */
export function returnColumns({ followUpAt, snoozedUntil }: Returns) {
  const [first = null] = [followUpAt, snoozedUntil].filter((one) => one !== null).toSorted();
  return { follow_up_at: followUpAt, snoozed_until: snoozedUntil, queue_return_at: first };
}

/** What brings a stored ticket back, with what changes of it. */
export function changedReturn(
  { follow_up_at, snoozed_until }: Pick<TicketRow, 'follow_up_at' | 'snoozed_until'>,
  change: { followUpAt?: Temporal.Instant | null; snoozedUntil?: Temporal.Instant | null },
) {
  const text = (instant: Temporal.Instant | null) => instant && toInstantText(instant);
  return returnColumns({
    followUpAt: change.followUpAt === undefined ? follow_up_at : text(change.followUpAt),
    snoozedUntil: change.snoozedUntil === undefined ? snoozed_until : text(change.snoozedUntil),
  });
}

/** What brings back a thread that took over another one: a promise of either, the earlier first; its own putting off. */
export function returnAfterMerge(survivor: TicketRow, duplicate: TicketRow) {
  const [followUpAt = null] = [survivor.follow_up_at, duplicate.follow_up_at].filter((one) => one !== null).toSorted();
  return {
    ...returnColumns({ followUpAt, snoozedUntil: survivor.snoozed_until }),
    follow_ups: Math.max(survivor.follow_ups, duplicate.follow_ups),
  };
}
