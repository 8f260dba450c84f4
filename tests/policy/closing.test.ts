import { expect, test } from 'vitest';
import { CLOSING_UNDO_MINUTES } from '../../src/contract/desk/close-tickets.ts';
import { closedBeyondUndo, closingUndoUntil } from '../../src/policy/closing.ts';

test('a closing can be undone for as long as is promised, and its files stay until then', () => {
  const closedAt = Temporal.Instant.from('2026-11-22T09:00:00Z');
  expect(closingUndoUntil(closedAt)).toEqual(closedAt.add({ minutes: CLOSING_UNDO_MINUTES }));
  expect(closedBeyondUndo(closingUndoUntil(closedAt))).toEqual(closedAt);
});
