import { expect, test } from 'vitest';
import { killSenders } from './letters-killed.ts';

test('of what events owe no letter is lost, whoever is killed; one that comes twice has the same Message-ID', async () => {
  const outcome = await killSenders({ engine: 'sqlite', letters: 12, kills: 1, crashes: 1, isHurried: true });
  expect(outcome).toMatchObject({ events: 12, arrived: 12, lost: 0, strangeIds: 0, wrong: [] });
});
