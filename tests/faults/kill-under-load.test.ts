import { expect, test } from 'vitest';
import { killUnderLoad } from './kill-under-load.ts';

test('nothing acknowledged is lost, doubled or renumbered when the service is killed under load', async () => {
  const outcome = await killUnderLoad({ engine: 'sqlite', seconds: 4, kills: 3, clients: 20 });
  expect(outcome).toMatchObject({ kills: 3, wrong: [] });
  expect(outcome.repeats).toBeGreaterThan(0);
});

test('nor when PostgreSQL keeps it, and its server crashes as well', async () => {
  const outcome = await killUnderLoad({ engine: 'postgres', seconds: 5, kills: 2, crashes: 2, clients: 20 });
  expect(outcome).toMatchObject({ kills: 2, crashes: 2, wrong: [] });
  expect(outcome.repeats).toBeGreaterThan(0);
});
