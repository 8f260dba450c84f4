import { expect, test } from 'vitest';
import { killBrowsers } from './browser-killed.ts';

test('a browser killed while somebody types, after the click, in mid-request and before the delete loses nothing', async () => {
  const outcome = await killBrowsers(4);
  expect(outcome).toMatchObject({ kills: 4, draftsLost: 0, lettersLost: 0, missing: 0, doubled: 0, sound: true });
  expect(outcome.draftsBack + outcome.sentOnce).toBe(4);
});
