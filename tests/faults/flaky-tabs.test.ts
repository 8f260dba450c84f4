import { expect, test } from 'vitest';
import { flakyTabs } from './flaky-tabs.ts';

test('five tabs whose network comes and goes open one ticket for each letter', async () => {
  const outcome = await flakyTabs(20);
  expect(outcome).toMatchObject({ flips: 20, missing: 0, doubled: 0, sound: true });
  expect(outcome.entries).toBeGreaterThan(0);
});
