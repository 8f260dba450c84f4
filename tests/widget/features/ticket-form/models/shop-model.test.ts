import { beforeEach, describe, expect, test } from 'vitest';
import type { ShopStatus } from '../../../../../src/contract/shops/shop-status.ts';
import { ShopModel, type StatusState } from '../../../../../widget/features/ticket-form/models/shop-model.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { fullDisk, stopClock, valuesOf } from '../../../../support/widget-models.ts';
import { aShopStatus, aStoredStatus, NOW, ROWERY, ZURAW } from '../../../../support/widget-nouns.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

beforeEach(() => stopClock());

const expired = aShopStatus({ support: { state: 'expired', lastDay: '2026-09-15', daysLeft: 0 } });
const fresh: StatusState = { last: aStoredStatus({ status: expired }), isFresh: true, isAsking: false };

/** A service that answers when the test says so: one answer for each question. */
function aService() {
  const asked: unknown[] = [];
  const answers: ((status: ShopStatus | null) => void)[] = [];
  return {
    asked,
    answers,
    readShopStatus: (shop: unknown) => {
      asked.push(shop);
      return new Promise<ShopStatus | null>((resolve) => void answers.push(resolve));
    },
  };
}

describe('a shop that the page told', () => {
  test('is asked for with its number, address and version', async () => {
    const service = aService();
    const model = new ShopModel(service, openWidgetStore(), {
      panelPath: aPanelPath(),
      facts: { ...ZURAW, shopVersion: '10.4.2' },
    });
    expect(model.isAsked.value).toBe(false);
    model.ask();
    await expect.poll(() => service.asked).toEqual([{ ...ZURAW, shopVersion: '10.4.2' }]);
  });

  test('is asked for without a version that is empty', async () => {
    const service = aService();
    const model = new ShopModel(service, openWidgetStore(), {
      panelPath: aPanelPath(),
      facts: { ...ZURAW, shopVersion: '' },
    });
    model.ask();
    await expect.poll(() => service.asked).toEqual([ZURAW]);
  });

  test('shows the kept answer first, then the fresh one', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    const kept = aStoredStatus({ at: NOW - 86_400_000 });
    await store.change({ store: 'shops', key: panelPath, value: kept });
    const service = aService();
    const model = new ShopModel(service, store, { panelPath, facts: ZURAW });
    const states = valuesOf(model.statusState);
    model.ask();
    await expect.poll(() => service.answers.length).toBe(1);
    expect(model.statusState.value).toEqual({ last: kept, isFresh: false, isAsking: true });
    service.answers[0]?.(expired);
    await model.settled();
    expect(states.slice(1)).toEqual([{ last: kept, isFresh: false, isAsking: true }, fresh]);
    expect(model.status.value).toEqual(expired);
  });

  test.each([
    ['number', { supportNumber: '4fMqZ8xB' }],
    ['address', { installUrl: 'https://inny.pl' }],
  ])('does not show a kept answer of another %s', async (_what, other) => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    await store.change({ store: 'shops', key: panelPath, value: aStoredStatus(other) });
    const service = aService();
    const model = new ShopModel(service, store, { panelPath, facts: ZURAW });
    model.ask();
    await expect.poll(() => service.answers.length).toBe(1);
    expect(model.statusState.value).toEqual({ last: null, isFresh: false, isAsking: true });
  });

  test('shows the fresh answer even when it cannot be kept', async () => {
    const model = new ShopModel({ readShopStatus: async () => expired }, fullDisk(openWidgetStore()), {
      panelPath: aPanelPath(),
      facts: ZURAW,
    });
    model.ask();
    await model.settled();
    expect(model.statusState.value).toEqual(fresh);
  });
});

describe('when the service is silent', () => {
  const silent = { readShopStatus: async () => null };

  test('a shop is unknown', async () => {
    const model = new ShopModel(silent, openWidgetStore(), { panelPath: aPanelPath(), facts: ZURAW });
    model.ask();
    await model.settled();
    expect(model.statusState.value).toEqual({ last: null, isFresh: false, isAsking: false });
    expect(model.status.value).toBeUndefined();
  });

  test('the kept answer stays, and stays old', async () => {
    const panelPath = aPanelPath();
    const store = openWidgetStore();
    await store.change({ store: 'shops', key: panelPath, value: aStoredStatus() });
    const model = new ShopModel(silent, store, { panelPath, facts: ZURAW });
    model.ask();
    await model.settled();
    expect(model.statusState.value).toEqual({ last: aStoredStatus(), isFresh: false, isAsking: false });
  });
});

describe('a shop that the page did not tell', () => {
  test.each([
    ['nothing is known', {}],
    ['the address is not known', { supportNumber: '7KcWt9Ru' }],
    ['the number is empty', { ...ZURAW, supportNumber: '' }],
  ])('is asked of the person, not of the service, when %s', async (_what, facts) => {
    const service = aService();
    const model = new ShopModel(service, openWidgetStore(), { panelPath: aPanelPath(), facts: facts });
    model.ask();
    await model.settled();
    expect([model.isAsked.value, model.identity.value, service.asked]).toEqual([true, null, []]);
  });
});

describe('a shop that is corrected', () => {
  test('is asked of the person again, until it is named', () => {
    const model = new ShopModel(aService(), openWidgetStore(), { panelPath: aPanelPath(), facts: ZURAW });
    model.question.value = 'correction';
    expect(model.isAsked.value).toBe(true);
    model.identify(ROWERY);
    expect([model.isAsked.value, model.identity.value]).toEqual([false, ROWERY]);
  });

  test.each([
    ['before', [0, 1]],
    ['after', [1, 0]],
  ])('ignores the answer of the earlier one that comes %s its own', async (_when, order) => {
    const service = aService();
    const model = new ShopModel(service, openWidgetStore(), { panelPath: aPanelPath(), facts: ZURAW });
    model.ask();
    await expect.poll(() => service.answers.length).toBe(1);
    const earlier = model.settled();
    model.identify(ROWERY);
    await expect.poll(() => service.answers.length).toBe(2);
    for (const index of order) service.answers[index]?.(index ? expired : aShopStatus());
    await Promise.all([earlier, model.settled()]);
    const last = { ...ROWERY, status: expired, at: NOW };
    expect(model.statusState.value).toEqual({ last, isFresh: true, isAsking: false });
  });

  test('shows nothing of the earlier one meanwhile', async () => {
    const service = aService();
    const model = new ShopModel(service, openWidgetStore(), { panelPath: aPanelPath(), facts: ZURAW });
    model.ask();
    await expect.poll(() => service.answers.length).toBe(1);
    service.answers[0]?.(expired);
    await model.settled();
    model.identify(ROWERY);
    await expect.poll(() => service.answers.length).toBe(2);
    expect(model.statusState.value).toEqual({ last: null, isFresh: false, isAsking: true });
  });
});
