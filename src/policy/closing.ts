import { CLOSING_UNDO_MINUTES } from '../contract/desk/close-tickets.ts';

/** When a closing can be undone no more. */
export function closingUndoUntil(closedAt: Temporal.Instant): Temporal.Instant {
  return closedAt.add({ minutes: CLOSING_UNDO_MINUTES });
}

/** Until when a closing must have been that can be undone no more: its files are deleted. */
export function closedBeyondUndo(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ minutes: CLOSING_UNDO_MINUTES });
}
