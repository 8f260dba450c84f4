import { expect, test } from 'vitest';
import { killUnderLoad } from './kill-under-load.ts';

test('nothing acknowledged is lost, doubled or renumbered when the service is killed under load', async () => {
  const outcome = await killUnderLoad({ seconds: 4, kills: 3, clients: 20 });
  expect(outcome).toMatchObject({
    kills: 3,
    lost: 0,
    doubled: 0,
    reused: 0,
    changed: 0,
    gaps: 0,
    refusals: [],
    unanswered: 0,
    integrity: 'ok',
    sound: true,
  });
  expect(outcome.acknowledged).toBeGreaterThan(0);
  expect(outcome.repeats).toBeGreaterThan(0);
});
