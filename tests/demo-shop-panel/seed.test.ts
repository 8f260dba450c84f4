import { expect, test } from 'vitest';
import { demoShops, seedDemo } from '../../demo-shop-panel/seed.ts';
import { serveDemo } from '../../demo-shop-panel/site.ts';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { wouldGo } from '../../src/events/mail-verdict.ts';
import { dayInWarsaw } from '../../src/policy/warsaw.ts';
import { listAddresses } from '../../src/shops/list-addresses.ts';
import { standingOf } from '../../src/shops/recognise-shop.ts';
import { findShopByNumber } from '../../src/store/shops.ts';
import { MAIL } from '../support/mail-settings.ts';
import { FIRST_SETTINGS, HASH_KEY, NOW, temporaryStore } from '../support/service.ts';

test('a shop of the demo has a panel on a host of its own, and an address that it moved away from', async () => {
  const { store, discard } = await temporaryStore();
  for (const _ of ['started', 'started again']) await seedDemo(store, HASH_KEY, 4100, NOW);
  const zuraw = (await findShopByNumber(store, '7KcWt9Ru'))?.id ?? 0;
  expect((await listAddresses(store, zuraw, NOW)).map(({ kind, address }) => [kind, address])).toEqual([
    ['shop', 'http://zuraw.localhost:4100'],
    ['panel', 'http://panel.zuraw.localhost:4100'],
    ['former', 'http://stary-zuraw.localhost:4100'],
  ]);
  const panel = 'http://panel.zuraw.localhost:4100';
  expect(await standingOf(store, zuraw, panel, NOW)).toBe('own');
  const options = { scriptOrigin: 'http://localhost:4100', port: 4100 };
  const { host } = new URL(panel);
  expect(serveDemo({ host, path: '/zarzadzanie/' }, options)?.status).toBe(200);
  await discard();
});

test('the first ticket of a visitor gets its receipt, from whichever shop it comes', async () => {
  const { store, discard } = await temporaryStore();
  await tellOfMail(store, { mail: MAIL, ...FIRST_SETTINGS });
  await seedDemo(store, HASH_KEY, 4100, NOW);
  for (const { contactEmail: recipient } of demoShops(4100, dayInWarsaw(NOW)))
    expect(await wouldGo(store, { kind: 'receipt', recipient, isAnswer: false }, NOW)).toBe(true);
  await discard();
});
