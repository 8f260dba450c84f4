import { expect, test } from 'vitest';
import { TICKET_STATUSES } from '../../src/contract/lists.ts';
import { autoCloseBound, closesByItself, tokenLives } from '../../src/policy/auto-close.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

test('only what is solved or waits for the customer closes by itself', () => {
  expect(TICKET_STATUSES.filter(closesByItself)).toEqual(['waiting-for-customer', 'solved']);
});

test('days without activity are days of 24 hours', () => {
  expect(autoCloseBound(NOW, 14).toString()).toBe('2026-11-08T09:00:00Z');
});

test('a token opens its ticket while that is open, and dies thirty days after closing, to the second', () => {
  const closedAt = Temporal.Instant.from('2026-10-23T09:00:00Z'); // NOW is thirty days later, over the end of summer time
  expect(tokenLives(null, NOW)).toBe(true);
  expect(tokenLives(closedAt, NOW.subtract({ seconds: 1 }))).toBe(true);
  expect(tokenLives(closedAt, NOW)).toBe(false);
});
