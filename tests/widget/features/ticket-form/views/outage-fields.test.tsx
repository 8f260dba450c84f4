import { screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OUTAGE_FACTS } from '../../../../../src/contract/lists.ts';
import { lazyWords } from '../../../../../widget/words/pl/lazy-views.ts';
import { words } from '../../../../../widget/words/pl/panel.ts';
import { factLabels } from '../../../../../widget/words/pl/sending.ts';
import { fillIn, openDrawer, PHONE, send, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aReceipt, aShopStatus } from '../../../../support/widget-nouns.ts';
import { noNetwork, serveShopStatus, serveTickets } from '../../../../support/widget-service.ts';

describe('an outage', () => {
  const phone = () => screen.queryByLabelText(lazyWords.phone);
  const callUs = () => screen.queryByRole<HTMLAnchorElement>('link', { name: PHONE });

  test.each(['outage', 'security'])(
    'can be told with %s; a fact that is ticked, and only that, asks for her telephone',
    async (topic) => {
      serveShopStatus(aShopStatus());
      const panel = openDrawer();
      await statusKnown(panel);
      expect(screen.queryAllByRole('checkbox')).toEqual([]);
      panel.edit({ topic });
      const facts = await screen.findAllByRole('checkbox');
      expect(facts).toHaveLength(OUTAGE_FACTS.length);
      expect([phone(), !!callUs()]).toEqual([null, topic === 'outage']);
      await userEvent.click(screen.getByLabelText(factLabels['shop-down']));
      await expect.poll(phone).toBeTruthy();
      expect(callUs()?.href).toBe('tel:+48220000000');
      await userEvent.click(screen.getByLabelText(factLabels['shop-down']));
      await expect.poll(phone).toBeNull();
    },
  );

  test('has the telephone, its hours and whether somebody is there as soon as it is the topic', async () => {
    serveShopStatus(aShopStatus());
    const panel = openDrawer();
    await statusKnown(panel);
    panel.edit({ topic: 'outage' });
    await expect.poll(callUs).toBeTruthy();
    expect(callUs()?.closest('.notice')?.textContent).toBe(
      `${lazyWords.call}${lazyWords.openNow}${PHONE}pon.–pt. 8:00–16:00`,
    );
  });

  test('has them without the service, which alone knows who is there', async () => {
    serveShopStatus(noNetwork);
    const panel = openDrawer();
    await statusKnown(panel);
    panel.edit({ topic: 'outage' });
    await expect.poll(callUs).toBeTruthy();
    expect(callUs()?.closest('.notice')?.textContent).toBe(`${lazyWords.call}${PHONE}pon.–pt. 8:00–16:00`);
  });

  test('with nothing ticked is asked about once, at the list, and goes with the next press', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'outage' });
    await send();
    expect(await screen.findByText(lazyWords.factsMissing)).toBeTruthy();
    const first = screen.getByLabelText(factLabels['shop-down']);
    await expect.poll(() => document.activeElement).toBe(first);
    expect(first.getAttribute('aria-invalid')).toBe('true');
    expect(tickets).toEqual([]);
    await send();
    await expect.poll(() => tickets.map(({ body }) => JSON.parse(body))).toHaveLength(1);
    expect(JSON.parse(tickets[0]?.body ?? '')).not.toHaveProperty('outage');
  });

  test('is not asked about again though another field was missing, too', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'outage', email: 'a' });
    await send();
    await screen.findByText(lazyWords.factsMissing);
    await send();
    await expect.poll(() => screen.queryByText(lazyWords.factsMissing)).toBeNull();
    expect(tickets).toEqual([]);
    await userEvent.fill(screen.getByLabelText(words.email), 'a@b.pl');
    await send();
    await expect.poll(() => tickets).toHaveLength(1);
  });

  test('is asked about no more once something is ticked', async () => {
    serveShopStatus(aShopStatus());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'outage' });
    await send();
    await screen.findByText(lazyWords.factsMissing);
    await userEvent.click(screen.getByLabelText(factLabels['orders-blocked']));
    await expect.poll(() => screen.queryByText(lazyWords.factsMissing)).toBeNull();
  });

  test('a hole in the program with nothing ticked is none, and nobody asks', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'security' });
    await send();
    await expect.poll(() => tickets).toHaveLength(1);
    await screen.findByText(aReceipt().number);
    expect(callUs()).toBeNull();
  });

  test('is sent with its facts and the phone', async () => {
    serveShopStatus(aShopStatus());
    const tickets = serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'outage' });
    for (const fact of ['shop-down', 'break-in'] as const)
      await userEvent.click(await screen.findByLabelText(factLabels[fact]));
    await userEvent.fill(await screen.findByLabelText(lazyWords.phone), '600 100 200');
    await send();
    await expect
      .poll(() => tickets.map(({ body }) => JSON.parse(body)))
      .toMatchObject([
        { topic: 'outage', outage: { facts: ['shop-down', 'break-in'] }, contact: { phone: '600 100 200' } },
      ]);
    expect(await screen.findByText(aReceipt().number)).toBeTruthy();
  });
});
