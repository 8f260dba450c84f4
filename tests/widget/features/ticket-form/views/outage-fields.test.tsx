import { screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { OUTAGE_FACTS } from '../../../../../src/contract/lists.ts';
import { lazyWords } from '../../../../../widget/words/pl/lazy-views.ts';
import { factLabels } from '../../../../../widget/words/pl/sending.ts';
import { fillIn, openDrawer, send, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aReceipt, aShopStatus } from '../../../../support/widget-nouns.ts';
import { serveShopStatus, serveTickets } from '../../../../support/widget-service.ts';

const { contacts } = aShopStatus();

describe('an outage', () => {
  const phone = () => screen.queryByLabelText(lazyWords.phone);

  test.each(['outage', 'security'])(
    'can be told with %s; a fact that is ticked, and only that, brings the phone',
    async (topic) => {
      serveShopStatus(aShopStatus());
      const panel = openDrawer();
      await statusKnown(panel);
      expect(screen.queryAllByRole('checkbox')).toEqual([]);
      panel.edit({ topic });
      const facts = await screen.findAllByRole('checkbox');
      expect(facts).toHaveLength(OUTAGE_FACTS.length);
      expect([phone(), document.body.textContent?.includes('22 000 00 00')]).toEqual([null, false]);
      await userEvent.click(screen.getByLabelText(factLabels['shop-down']));
      await expect.poll(phone).toBeTruthy();
      expect(screen.getByRole<HTMLAnchorElement>('link', { name: contacts.phone ?? '' }).href).toBe('tel:+48220000000');
      await userEvent.click(screen.getByLabelText(factLabels['shop-down']));
      await expect.poll(phone).toBeNull();
    },
  );

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
