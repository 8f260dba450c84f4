import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAIL } from '../support/mail-settings.ts';
import { type Service, service } from '../support/service.ts';
import { fireCannon, flood } from './cannon.ts';

let api: Service;
beforeEach(async () => {
  api = await service({ mail: MAIL });
});
afterEach(() => api.discard());

test('Eighty hostile submissions and letters: one letter a day to a person, and nothing of the attacker in it', async () => {
  const { wrong, letters, mostADay } = await fireCannon(api, { each: 40, persons: 6, days: 2 }, 14);
  expect(wrong).toEqual([]);
  expect(letters).toBeGreaterThan(5);
  expect(mostADay).toBe(1);
});

test('an agent’s replies to one address go, twenty an hour', async () => {
  expect(await flood(api, 1, 25)).toMatchObject({ wrong: [], replies: 25, mostRepliesAnHour: 20 });
});
