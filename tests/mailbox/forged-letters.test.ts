import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAIL } from '../support/mail-settings.ts';
import { type Service, service } from '../support/service.ts';
import { preyOf, rob, tryOldLinks } from './rob.ts';

let api: Service;
beforeEach(async () => {
  api = await service({ mail: MAIL });
});
afterEach(() => api.discard());

test('Every ninth of the forged letters: none joins a thread it may not, none is proven, none speaks for another', async () => {
  const { letters, wrong } = await rob(api, await preyOf(api), 9);
  expect(wrong).toEqual([]);
  expect(letters).toBeGreaterThan(40);
});

test('no link of an earlier version opens anything', async () => {
  expect((await tryOldLinks(api, await preyOf(api))).opened).toEqual([]);
});
