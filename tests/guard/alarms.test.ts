import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendEvent } from '../../src/events/append-event.ts';
import { listAlarms, raiseAlarm, watchSignIns } from '../../src/guard/alarms.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const raised = async () => (await listAlarms(api.store)).map(({ kind, shop }) => [kind, shop?.id ?? null]);

test('an alarm is about one shop: it silences neither that of another nor one of another kind', async () => {
  await raiseAlarm(api.store, 'shop-tickets', 1, NOW);
  await raiseAlarm(api.store, 'shop-tickets', 2, NOW);
  await raiseAlarm(api.store, 'shop-uploads', 1, NOW);
  await raiseAlarm(api.store, 'shop-tickets', 1, NOW);
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
  await raiseAlarm(api.store, kind, null, NOW);
  await raiseAlarm(api.store, kind, null, NOW.add({ hours }).subtract({ milliseconds: 1 }));
  expect(await raised()).toEqual([[kind, null]]);
  await raiseAlarm(api.store, kind, null, NOW.add({ hours }));
  expect(await raised()).toEqual([
    [kind, null],
    [kind, null],
  ]);
});

test('fifty sign-ins that failed within an hour raise one, and those of an hour ago do not count', async () => {
  const fail = (at: Temporal.Instant) =>
    appendEvent(api.store, {
      at: toInstantText(at),
      actor: 'unknown',
      action: 'agent.sign-in-failed',
      details: { tried: 'x' },
    });
  const watch = () => watchSignIns({ store: api.store, now: () => NOW });
  await fail(NOW.subtract({ hours: 1 }));
  for (let count = 0; count < 49; count += 1) await fail(NOW.subtract({ hours: 1 }).add({ milliseconds: 1 }));
  await watch();
  expect(await raised()).toEqual([]);
  await fail(NOW);
  await watch();
  await watch();
  expect(await raised()).toEqual([['failed-sign-ins', null]]);
});
