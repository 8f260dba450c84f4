import { describe, expect, test } from 'vitest';
import { afterMerge, afterUndo, seenAfterMerge, seenAfterUndo, undoUntil } from '../../src/policy/merge.ts';
import type { ThreadState } from '../../src/policy/thread.ts';

const MONDAY = Temporal.Instant.from('2026-11-23T09:00:00Z');
const TUESDAY = Temporal.Instant.from('2026-11-24T09:00:00Z');

const state = (
  status: ThreadState['status'],
  waitingSince: Temporal.Instant | null,
  followUpAt: Temporal.Instant | null = null,
): ThreadState => ({ status, waitingSince, followUpAt });

describe('where a thread stands once another is part of it', () => {
  test.each<[string, ThreadState, ThreadState, ThreadState]>([
    ['the older promise is kept', state('new', TUESDAY), state('new', MONDAY), state('new', MONDAY)],
    ['its own, where that is older', state('in-progress', MONDAY), state('new', TUESDAY), state('in-progress', MONDAY)],
    ['what nobody waits for changes nothing', state('new', MONDAY), state('solved', null), state('new', MONDAY)],
    [
      'it goes on where only the other waits',
      state('waiting-for-customer', null),
      state('new', MONDAY),
      state('in-progress', MONDAY),
    ],
    ['it opens again', state('solved', null), state('in-progress', TUESDAY), state('in-progress', TUESDAY)],
    [
      'what the other was told of writing again is kept, and opens it',
      state('solved', null),
      state('in-progress', null, TUESDAY),
      state('in-progress', null, TUESDAY),
    ],
    [
      'of two such times the earlier one is kept',
      state('in-progress', null, MONDAY),
      state('in-progress', null, TUESDAY),
      state('in-progress', null, MONDAY),
    ],
  ])('%s', (_, survivor, duplicate, after) => {
    expect(afterMerge(survivor, duplicate)).toEqual(after);
  });
});

test.each([
  ['all of both', { messages: 2, seen: 2 }, { seen: 3 }, 5],
  ['all of the first and the beginning of the other', { messages: 2, seen: 2 }, { seen: 1 }, 3],
  ['of the first only the beginning', { messages: 2, seen: 1 }, { seen: 3 }, 1],
])('who has seen %s', (_, survivor, duplicate, seen) => {
  expect(seenAfterMerge(survivor, duplicate)).toBe(seen);
});

describe('where a thread stands once another was taken out of it', () => {
  const answered = state('solved', null);
  test.each<[string, ThreadState, { before: ThreadState; merged: ThreadState }, Temporal.Instant | null, ThreadState]>([
    [
      'a wait of the other alone goes with it',
      state('in-progress', MONDAY),
      { before: answered, merged: state('in-progress', MONDAY) },
      null,
      answered,
    ],
    [
      'unless the customer wrote since',
      state('in-progress', MONDAY),
      { before: answered, merged: state('in-progress', MONDAY) },
      TUESDAY,
      state('in-progress', TUESDAY),
    ],
    [
      'its own later wait is back',
      state('new', MONDAY),
      { before: state('new', TUESDAY), merged: state('new', MONDAY) },
      null,
      state('new', TUESDAY),
    ],
    [
      'a status that an agent set since stays',
      state('new', MONDAY),
      { before: answered, merged: state('in-progress', MONDAY) },
      null,
      state('new', null),
    ],
    [
      'what was answered since stays answered',
      state('waiting-for-customer', null),
      { before: state('new', TUESDAY), merged: state('new', MONDAY) },
      null,
      state('waiting-for-customer', null),
    ],
    [
      'a wait that began since stays',
      state('in-progress', TUESDAY),
      { before: answered, merged: state('in-progress', MONDAY) },
      TUESDAY,
      state('in-progress', TUESDAY),
    ],
  ])('%s', (_, current, states, since, after) => {
    expect(afterUndo(current, states, since)).toEqual(after);
  });
});

test.each([
  ['less than what went', 1, 1],
  ['up to what went', 2, 2],
  ['a part of what went', 3, 2],
  ['all of what went', 4, 2],
  ['more', 6, 4],
])('who has seen %s', (_, seen, left) => {
  expect(seenAfterUndo(seen, { first: 3, last: 4 })).toBe(left);
  expect(seenAfterUndo(seen, null)).toBe(seen);
});

test('a merge is undone within 24 hours', () => {
  const end = MONDAY.add({ hours: 24 });
  expect(undoUntil(MONDAY, end.subtract({ nanoseconds: 1 }))).toEqual(end);
  expect(undoUntil(MONDAY, end)).toBeNull();
});
