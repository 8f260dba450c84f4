import { expect, test } from 'vitest';
import { mayBlockUntil } from '../../src/policy/block.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

test('a block ends later than now, and thirty days from now at the latest', () => {
  const in30Days = Temporal.Instant.from('2026-12-22T09:00:00Z');
  const ends = [NOW, NOW.add({ milliseconds: 1 }), in30Days, in30Days.add({ milliseconds: 1 })];
  expect(ends.map((until) => mayBlockUntil(until, NOW))).toEqual([false, true, true, false]);
});
