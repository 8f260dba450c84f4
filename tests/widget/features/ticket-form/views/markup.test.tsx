import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SupportState } from '../../../../../src/contract/lists.ts';
import type { ShopStatus } from '../../../../../src/contract/shops/shop-status.ts';
import { unlisted } from '../../../../support/unlisted.ts';
import { fillIn, openDrawer, send, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aReceipt, aShopStatus } from '../../../../support/widget-nouns.ts';
import { noNetwork, serveShopStatus, serveTickets } from '../../../../support/widget-service.ts';

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=1</script><b id=bold>x</b>';

const title = document.title;
beforeEach(() => {
  document.title = title;
});

/** Nothing of the markup has become part of the page, and nothing in it has run. */
afterEach(() => {
  expect(document.title).toBe(title);
});

function expectNoElements(): void {
  expect(document.body.querySelectorAll('img, script, b, iframe, [onerror]')).toHaveLength(0);
}

const shown = () => document.body.textContent ?? '';

/** A status whose every text is markup. */
function aHostileStatus(state: SupportState): ShopStatus {
  const { topics, contacts } = aShopStatus();
  return aShopStatus({
    support: { state, lastDay: null, daysLeft: null },
    topics: topics.map((topic) => ({ ...topic, label: MARKUP, note: MARKUP, rule: MARKUP })),
    opening: { openNow: true, text: MARKUP, nextOpening: null },
    contacts: { ...contacts, email: MARKUP, phone: MARKUP },
  });
}

test('what was typed stays text while it waits, and in the receipt of its page', async () => {
  serveShopStatus(aShopStatus());
  let isDown = true;
  serveTickets(() => (isDown ? noNetwork() : Response.json(aReceipt(), { status: 201 })));
  const model = openDrawer();
  await statusKnown(model);
  await fillIn({ subject: MARKUP, description: MARKUP });
  expectNoElements();
  await send();
  await expect.poll(() => model.submission.value.state).toBe('waiting');
  await expect.poll(() => shown().split(MARKUP).length).toBe(3);
  expectNoElements();
  isDown = false;
  await model.retry();
  await screen.findByText(aReceipt().number);
  expectNoElements();
});

test.each(['active', 'expired', 'unrecognised'] as const)(
  'what the service says of an %s shop stays text',
  async (state) => {
    serveShopStatus(aHostileStatus(state));
    const model = openDrawer();
    await statusKnown(model);
    model.edit({ topic: 'security', facts: ['break-in'] });
    await expect.poll(shown).toContain(MARKUP);
    expectNoElements();
  },
);

test('what the service says in a receipt stays text', async () => {
  serveShopStatus(aHostileStatus('active'));
  serveTickets(aReceipt({ channel: unlisted(MARKUP), status: unlisted(MARKUP) }));
  await statusKnown(openDrawer());
  await fillIn();
  await send();
  await screen.findByText(aReceipt().number);
  expect(shown()).toContain(MARKUP);
  expectNoElements();
});

test('what the page told of its shop stays text', async () => {
  serveShopStatus(aShopStatus());
  const model = openDrawer({ facts: { supportNumber: MARKUP, installUrl: MARKUP } });
  await statusKnown(model);
  model.shop.question.value = 'correction';
  expect(await screen.findAllByDisplayValue(MARKUP)).toHaveLength(2);
  expectNoElements();
});
