import { describe, expect, test } from 'vitest';
import { afterMerge, seenAfterMerge } from '../../src/policy/merge.ts';
import type { ThreadState } from '../../src/policy/thread.ts';

const MONDAY = Temporal.Instant.from('2026-11-23T09:00:00Z');
const TUESDAY = Temporal.Instant.from('2026-11-24T09:00:00Z');

const state = (status: ThreadState['status'], waitingSince: Temporal.Instant | null): ThreadState => ({
  status,
  waitingSince,
});

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
