import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPackage } from '../../src/shops/add-package.ts';
import { type KnownShop, recogniseShop } from '../../src/shops/recognise-shop.ts';
import { EXPIRED, RESOLD, ZURAW } from '../support/requests.ts';
import { NOW, type Service, service } from '../support/service.ts';

let registry: Service;
beforeEach(async () => {
  registry = await service();
});
afterEach(() => registry.discard());

function add(supportNumber: string, months: number, purchasedOn: string): Promise<boolean> {
  return addPackage(registry.store, { supportNumber, months, purchasedOn: Temporal.PlainDate.from(purchasedOn) }, NOW);
}

async function supportOf(identity: {
  supportNumber: string;
  installUrl: string;
}): Promise<KnownShop['support'] | undefined> {
  return (await recogniseShop(registry.store, identity, NOW))?.support;
}

test('a package bought while support lasts starts after its last day (R4)', async () => {
  expect(String((await supportOf(ZURAW))?.lastDay)).toBe('2027-03-14');
  expect(await add(ZURAW.supportNumber, 6, '2026-11-22')).toBe(true);
  expect(String((await supportOf(ZURAW))?.lastDay)).toBe('2027-09-14');
});

test('a package bought after the end opens the door again, from its own day (R4)', async () => {
  expect((await supportOf(EXPIRED))?.state).toBe('expired');
  await add(EXPIRED.supportNumber, 3, '2026-11-22');
  expect(await supportOf(EXPIRED)).toMatchObject({ state: 'active', daysLeft: 93 });
  expect(String((await supportOf(EXPIRED))?.lastDay)).toBe('2027-02-22');
});

test('two packages of one day are two packages', async () => {
  await add(ZURAW.supportNumber, 3, '2026-11-22');
  await add(ZURAW.supportNumber, 3, '2026-11-22');
  expect(String((await supportOf(ZURAW))?.lastDay)).toBe('2027-09-14');
});

test('a package does not turn a resold licence into a direct one (R3)', async () => {
  await add(RESOLD.supportNumber, 6, '2026-11-22');
  expect((await supportOf(RESOLD))?.state).toBe('not-bought-directly');
});

test.each(['NieMaGo1', ZURAW.supportNumber.toLowerCase()])(
  'a number that is not ours, %s, writes nothing',
  async (number) => {
    expect(await add(number, 6, '2026-11-22')).toBe(false);
    expect(await registry.store.selectFrom('support_packages').selectAll().execute()).toEqual([]);
    expect(await packageAudits()).toEqual([]);
  },
);

test('leaves an audit line in the same transaction', async () => {
  await add(ZURAW.supportNumber, 6, '2026-11-22');
  expect(await packageAudits()).toMatchObject([
    {
      actor: 'operator',
      at: '2026-11-22T09:00:00.000Z',
      details: '{"shopId":1,"months":6,"purchasedOn":"2026-11-22"}',
    },
  ]);
});

function packageAudits() {
  return registry.store.selectFrom('audit').selectAll().where('action', '=', 'package.added').execute();
}
