import { signal } from '@preact/signals';
import { HttpResponse } from 'msw';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openSession } from '../../../../../src/contract/shops/open-session.ts';
import type { ShopStatus } from '../../../../../src/contract/shops/shop-status.ts';
import { keepShop } from '../../../../../widget/features/ticket-form/models/shop-keeper.ts';
import { ShopModel, type Warning } from '../../../../../widget/features/ticket-form/models/shop-model.ts';
import { shopName } from '../../../../../widget/features/ticket-form/models/shop-name.ts';
import type { Submission } from '../../../../../widget/features/ticket-form/models/submission-model.ts';
import type { EmbedConfig, PageSession } from '../../../../../widget/host-page/embed-config.ts';
import { recallShop, rememberShop } from '../../../../../widget/host-page/known-shop.ts';
import { EMPTY_DRAFT } from '../../../../../widget/outbox/draft.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { stopClock } from '../../../../support/widget-models.ts';
import { aDraft, aShopStatus, aStoredStatus, ROWERY, ZURAW } from '../../../../support/widget-nouns.ts';
import { API, problem, serve } from '../../../../support/widget-service.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

beforeEach(() => stopClock());

const UNRECOGNISED = aShopStatus({
  support: { state: 'unrecognised', lastDay: null, daysLeft: null },
  origin: 'unknown',
  shop: null,
});

/** The shop of a page, over a service that answers the same each time. */
function aShop(
  config: Partial<EmbedConfig> = {},
  status: ShopStatus | null = aShopStatus(),
  page: PageSession = { context: {} },
) {
  const panelPath = aPanelPath();
  const whole: EmbedConfig = { api: '', email: '', launcher: 'auto', facts: {}, panelPath, look: vi.fn(), ...config };
  if (whole.standing && whole.standing !== 'tag') rememberShop(panelPath, whole.facts, whole.standing);
  const store = openWidgetStore();
  const shop = new ShopModel({ readShopStatus: async () => status }, store, whole);
  const draft = signal(EMPTY_DRAFT);
  const submission = signal<Submission>({ state: 'draft' });
  const warning = signal<Warning | null>(null);
  shop.ask();
  const moveTo = vi.fn();
  const form = { draft, moveTo };
  const keeper = keepShop({ config: whole, page, store, panelPath: whole.panelPath, shop, form, submission, warning });
  const kept = () => {
    const { facts, standing } = recallShop(`${panelPath}strona.php`);
    return standing && { standing, supportNumber: facts.supportNumber };
  };
  return { config: whole, moveTo, shop, draft, submission, warning, keeper, kept, store, panelPath };
}

describe('a shop that a page said and the service recognised', () => {
  test('is known once a ticket of it was accepted, and not before', async () => {
    const { shop, keeper, kept } = aShop({ facts: ZURAW, standing: 'recognised' });
    await shop.settled();
    expect(kept()?.standing).toBe('recognised');
    keeper.sent(ROWERY);
    expect(kept()?.standing).toBe('recognised');
    keeper.sent(ZURAW);
    expect(kept()).toEqual({ standing: 'known', supportNumber: ZURAW.supportNumber });
  });

  test('is forgotten when it is recognised no longer, and looked for on this page', async () => {
    const { shop, config, kept } = aShop({ facts: ZURAW, standing: 'recognised' }, UNRECOGNISED);
    await shop.settled();
    expect(kept()).toBeUndefined();
    expect(config.look).toHaveBeenCalledTimes(1);
  });
});

describe('a known shop', () => {
  test('that is recognised no longer stays, as lost, until something better is found', async () => {
    const { shop, config, kept } = aShop({ facts: ZURAW, standing: 'known' }, UNRECOGNISED);
    await shop.settled();
    expect(kept()).toEqual({ standing: 'lost', supportNumber: ZURAW.supportNumber });
    Object.assign(config, { standing: 'recognised', facts: ROWERY });
    config.onLearned?.();
    expect(shop.identity.value).toEqual(ROWERY);
  });

  test('stays where the service does not answer', async () => {
    const { shop, kept } = aShop({ facts: ZURAW, standing: 'known' }, null);
    await shop.settled();
    expect(kept()?.standing).toBe('known');
  });

  test('is not changed by what is learned from a page', async () => {
    const { shop, config } = aShop({ facts: ZURAW, standing: 'known' });
    await shop.settled();
    Object.assign(config, { standing: 'recognised', facts: ROWERY });
    config.onLearned?.();
    expect(shop.identity.value).toEqual(ZURAW);
  });
});

describe('a shop that a person typed', () => {
  test('is known once the service has recognised it, and its answer is kept', async () => {
    const { shop, kept, store, panelPath } = aShop();
    shop.identify(ROWERY);
    await shop.settled();
    expect(kept()).toEqual({ standing: 'known', supportNumber: ROWERY.supportNumber });
    expect(await store.get('shops', panelPath)).toEqual(aStoredStatus(ROWERY));
  });

  test('is kept nowhere while it is not recognised', async () => {
    const { shop, kept, store, panelPath } = aShop({}, UNRECOGNISED);
    shop.identify(ROWERY);
    await shop.settled();
    expect([kept(), await store.get('shops', panelPath)]).toEqual([undefined, undefined]);
  });

  test('is not remembered on the page of another shop, not even when a ticket was sent', async () => {
    const { shop, keeper, kept, warning } = aShop({}, aShopStatus({ origin: 'other-shop' }));
    shop.identify(ROWERY);
    await shop.settled();
    keeper.sent(ROWERY);
    expect([kept(), warning.value]).toEqual([undefined, 'other-shop']);
  });
});

describe('what is learned while the help is open', () => {
  const learned = { standing: 'recognised', facts: ZURAW, isLearning: false } as const;

  test('fills the shop in', () => {
    const { shop, config } = aShop({ isLearning: true });
    expect(shop.isAsked.value).toBe(false);
    Object.assign(config, learned);
    config.onLearned?.();
    expect([shop.identity.value, shop.isAsked.value]).toEqual([ZURAW, false]);
  });

  test('takes the draft to the panel’s directory; one that has a directory keeps it', () => {
    for (const [panelPath, calls] of [
      ['/', [['/panel/']]],
      ['/stary/', []],
    ] as const) {
      const { config, moveTo } = aShop({ isLearning: true, panelPath });
      // The reader names the directory anew where nothing that sends was there yet.
      Object.assign(config, { ...learned, panelPath: '/panel/', shopPath: '/panel/' });
      config.onLearned?.();
      expect(moveTo.mock.calls).toEqual(calls);
    }
  });

  test('comes too late for a person who has begun to enter the shop', () => {
    const { shop, config } = aShop();
    shop.question.value = 'correction';
    Object.assign(config, learned);
    config.onLearned?.();
    expect(shop.identity.value).toBeNull();
  });

  test('is nothing: the person is asked, but not in the middle of a text', () => {
    const idle = aShop({ isLearning: true });
    Object.assign(idle.config, { isLearning: false });
    idle.config.onLearned?.();
    expect(idle.shop.isAsked.value).toBe(true);

    const writing = aShop({ isLearning: true });
    writing.draft.value = aDraft();
    Object.assign(writing.config, { isLearning: false });
    writing.config.onLearned?.();
    expect([writing.shop.isAsked.value, writing.shop.statusState.value.isAsking]).toEqual([false, false]);
  });
});

describe('the tag', () => {
  test('names the shop whatever is known, and nothing of it is remembered', async () => {
    const { shop, keeper, kept } = aShop({ ...ROWERY, facts: ZURAW, standing: 'tag' });
    await shop.settled();
    keeper.sent(ROWERY);
    expect([shop.identity.value, kept()]).toEqual([ROWERY, undefined]);
  });

  test('with a number alone goes with the page’s own address', () => {
    const { shop } = aShop({ supportNumber: '4fMqZ8xB', facts: ZURAW, standing: 'tag' });
    const own = location.origin + location.pathname.replace(/[^/]*$/, '');
    expect(shop.identity.value).toEqual({ supportNumber: '4fMqZ8xB', installUrl: own });
  });

  test('with a number alone goes with the known address of that number', () => {
    const { shop } = aShop({ supportNumber: ZURAW.supportNumber, facts: ZURAW, standing: 'tag' });
    expect(shop.identity.value).toEqual(ZURAW);
  });

  test('with an address alone completes nothing', () => {
    expect(aShop({ installUrl: ROWERY.installUrl, facts: ZURAW, standing: 'known' }).shop.identity.value).toEqual(
      ZURAW,
    );
    expect(aShop({ installUrl: ROWERY.installUrl }).shop.identity.value).toBeNull();
  });
});

describe('a panel that signs', () => {
  const required = aShopStatus({ signature: 'required' });

  test('names the shop whatever the tag says, and needs no other signature', async () => {
    const opened = { session: 's_1', expiresAt: '2026-11-22T10:00:00Z', shop: ROWERY };
    const sessions = serve(openSession, () => HttpResponse.json(opened, { status: 201 }));
    const page: PageSession = { context: {}, token: 'a.b.c' };
    const { shop, keeper, warning } = aShop({ ...ZURAW, api: API, standing: 'tag' }, required, page);
    await shop.settled();
    expect([warning.value, sessions.length]).toEqual(['signature', 0]); // not before the drawer is open
    await keeper.sign();
    await shop.settled();
    expect([shop.identity.value, shop.source.value, warning.value]).toEqual([ROWERY, 'signed', null]);
  });

  test('and is not taken at its word is like one that does not', async () => {
    serve(openSession, () => problem('unauthorised'));
    const page: PageSession = { context: {}, token: 'a.b.c' };
    const { shop, keeper, warning } = aShop({ api: API, facts: ZURAW, standing: 'known' }, required, page);
    await shop.settled();
    await keeper.sign();
    expect([shop.identity.value, warning.value]).toEqual([ZURAW, 'signature']);
  });
});

test('a shop is named as registered, or as it was given', async () => {
  const { shop } = aShop({ facts: { supportNumber: '7kcwt9ru', installUrl: 'https://www.Ksiegarnia-Zuraw.pl/x' } });
  expect(shopName(shop)).toEqual({ supportNumber: '7kcwt9ru', host: 'Ksiegarnia-Zuraw.pl' });
  await shop.settled();
  expect(shopName(shop)).toEqual({ supportNumber: '7KcWt9Ru', host: 'ksiegarnia-zuraw.pl' });
});
