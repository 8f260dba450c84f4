import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { temporaryStore } from '../support/service.ts';

test('opening again changes nothing', async () => {
  const { store, url, discard } = await temporaryStore();
  const again = await openStore(url);
  for (const opened of [store, again]) {
    expect(await opened.selectFrom('counters').selectAll().execute()).toEqual([{ name: 'ticket', value: 100000 }]);
  }
  await again.destroy();
  await discard();
});

test.each([
  '',
  'pomoc.sqlite',
  'sqlite:',
  'mysql://pomoc:tajne@localhost/pomoc',
  'postgres:pomoc',
  // a password that is not percent-encoded would end up in the database's name, and from there in messages
  'postgres://pomoc:taj/ne@localhost/pomoc',
  'postgres://pomoc:taj?ne@localhost/pomoc',
  'postgres://pomoc:taj#ne@localhost/pomoc',
])('the address %j is refused; the refusal names both kinds and not what was given', async (url) => {
  const error = await openStore(url).catch((caught: unknown) => caught);
  expect(String(error)).toMatch(/^Error: DATABASE_URL must be sqlite:.* or postgres:/);
  expect(String(error)).not.toMatch(/taj|ne@/);
});
