import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent } from '../../src/events/append-event.ts';
import { acknowledgeAlarm, listAlarms, raiseAlarm, tellOfUnknownPairs, watchSignIns } from '../../src/guard/alarms.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { events, guardedStore, NOW } from './guarded-store.ts';

let kept: Awaited<ReturnType<typeof guardedStore>>;
beforeEach(async () => {
  kept = await guardedStore();
});
afterEach(() => kept.discard());

const raised = async () => (await listAlarms(kept.store)).map(({ kind, shop }) => [kind, shop?.id ?? null]);

test('an alarm is about one shop: it silences neither that of another nor one of another kind', async () => {
  await raiseAlarm(kept.store, 'shop-tickets', 1, NOW);
  await raiseAlarm(kept.store, 'shop-tickets', 2, NOW);
  await raiseAlarm(kept.store, 'shop-uploads', 1, NOW);
  await raiseAlarm(kept.store, 'shop-tickets', 1, NOW);
  expect(await raised()).toEqual([
    ['shop-uploads', 1],
    ['shop-tickets', 2],
    ['shop-tickets', 1],
  ]);
});

test.each([
  ['shop-tickets', 1],
  ['unknown-pairs', 1],
  ['failed-sign-ins', 1],
  ['shop-uploads', 24],
  ['shop-storage', 24],
  ['total-storage', 24],
] as const)('the same alarm %s is not raised again for %d hours', async (kind, hours) => {
  await raiseAlarm(kept.store, kind, null, NOW);
  await raiseAlarm(kept.store, kind, null, NOW.add({ hours }).subtract({ milliseconds: 1 }));
  expect(await raised()).toEqual([[kind, null]]);
  await raiseAlarm(kept.store, kind, null, NOW.add({ hours }));
  expect(await raised()).toEqual([
    [kind, null],
    [kind, null],
  ]);
});

test('fifty sign-ins that failed within an hour raise one, and those of an hour ago do not count', async () => {
  const fail = (at: Temporal.Instant) =>
    appendEvent(kept.store, {
      at: toInstantText(at),
      actor: 'unknown',
      action: 'agent.sign-in-failed',
      details: { tried: 'x' },
    });
  const watch = () => watchSignIns({ store: kept.store, now: () => NOW });
  await fail(NOW.subtract({ hours: 1 }));
  for (let count = 0; count < 49; count += 1) await fail(NOW.subtract({ hours: 1 }).add({ milliseconds: 1 }));
  await watch();
  expect(await raised()).toEqual([]);
  await fail(NOW);
  await watch();
  await watch();
  expect(await raised()).toEqual([['failed-sign-ins', null]]);
});

test('an alarm is listed with its shop until somebody acknowledges it, which counts once', async () => {
  await raiseAlarm(kept.store, 'shop-tickets', 1, NOW);
  await tellOfUnknownPairs({ store: kept.store, now: () => NOW.add({ minutes: 1 }) });
  expect(await listAlarms(kept.store)).toEqual([
    { id: 2, kind: 'unknown-pairs', shop: null, raisedAt: '2026-11-22T09:01:00Z' },
    { id: 1, kind: 'shop-tickets', shop: { id: 1, name: 'Księgarnia Żuraw' }, raisedAt: '2026-11-22T09:00:00Z' },
  ]);
  const acknowledge = (id: number) => acknowledgeAlarm({ store: kept.store, now: () => NOW }, id, 'a_ola');
  expect([await acknowledge(1), await acknowledge(1), await acknowledge(3)]).toEqual([true, true, false]);
  expect(await raised()).toEqual([['unknown-pairs', null]]);
  expect(await events(kept.store, 'alarm')).toEqual([
    ['clock', 'alarm.raised', { alarm: 1, kind: 'shop-tickets', shopId: 1 }],
    ['clock', 'alarm.raised', { alarm: 2, kind: 'unknown-pairs', shopId: null }],
    ['a_ola', 'alarm.acknowledged', { alarm: 1 }],
  ]);
});
