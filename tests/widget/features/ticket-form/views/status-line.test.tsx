import { screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { SupportState } from '../../../../../src/contract/lists.ts';
import type { ShopStatus } from '../../../../../src/contract/shops/shop-status.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { lazyWords, stillPossible } from '../../../../../widget/words/pl/lazy-views.ts';
import { formWords, supportStates, words } from '../../../../../widget/words/pl/panel.ts';
import { unlisted } from '../../../../support/unlisted.ts';
import { openDrawer, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aShopStatus, aStoredStatus } from '../../../../support/widget-nouns.ts';
import { htmlPage, serveShopStatus } from '../../../../support/widget-service.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

/** What the status line says, hard spaces as spaces. */
function line(): string {
  return (screen.getAllByRole('status')[0]?.textContent ?? '').replaceAll('\u00a0', ' ');
}

const inState = (state: SupportState, lastDay: string | null = null, daysLeft: number | null = null): ShopStatus =>
  aShopStatus({ support: { state, lastDay, daysLeft } });

test('while the service is asked, it says so', async () => {
  const answer = Promise.withResolvers<Response>();
  serveShopStatus(() => answer.promise);
  const model = openDrawer();
  await expect.poll(() => line().trim()).toBe(formWords.asking);
  answer.resolve(htmlPage(403));
  await statusKnown(model);
});

describe('a shop', () => {
  test('with support sees until when, and how many days are left', async () => {
    serveShopStatus(inState('active', '2027-03-14', 112));
    await statusKnown(openDrawer());
    await expect.poll(line).toBe('Pomoc do 14 marca 2027 jeszcze 112 dni');
  });

  test.each([
    [15, false],
    [14, true],
    [1, true],
  ])('with %d days left is warned: %s, with the way to prolong', async (daysLeft, isWarned) => {
    serveShopStatus(inState('active', '2026-12-05', daysLeft));
    await statusKnown(openDrawer());
    await expect.poll(() => line().includes(stillPossible.active)).toBe(isWarned);
    expect(screen.queryAllByRole('link', { name: lazyWords.renewal })).toHaveLength(Number(isWarned));
  });

  test.each(['expired', 'active'] as const)(
    '%s, where the vendor has no page for that, has a press that picks the topic',
    async (state) => {
      const status = inState(state, '2026-12-05', state === 'active' ? 5 : 0);
      const renewal = {
        id: 'renewal',
        label: 'Przedłużenie',
        covered: true,
        rule: 'R4',
        note: null,
        promised: false,
      } as const;
      serveShopStatus({ ...status, topics: [renewal], contacts: { ...status.contacts, renewal: null } });
      const panel = openDrawer();
      await statusKnown(panel);
      await userEvent.click(await screen.findByRole('button', { name: lazyWords.askRenewal }));
      expect(panel.draft.value.topic).toBe('renewal');
    },
  );

  test('whose support is over sees when it ended, and no days', async () => {
    serveShopStatus(inState('expired', '2026-09-15', 0));
    await statusKnown(openDrawer());
    await expect.poll(line).toContain(supportStates.expired);
    await expect.poll(line).toContain('15 września 2026');
    await expect.poll(line).not.toContain('jeszcze');
  });

  test.each(['not-bought-directly', 'unrecognised'] as const)(
    '%s sees that, and neither day nor promise',
    async (state) => {
      serveShopStatus(inState(state));
      await statusKnown(openDrawer());
      await expect.poll(line).toContain(stillPossible[state].slice(0, 20));
      expect(line()).toContain(supportStates[state]);
      expect(line()).not.toMatch(/72|\d{4} /);
    },
  );

  test('that could not be asked about is told so, and that a ticket can go all the same', async () => {
    serveShopStatus(() => htmlPage(403));
    await statusKnown(openDrawer());
    await expect.poll(line).toContain(words.unknown);
    await expect.poll(line).toContain(formWords.unknownMore);
  });

  // Its title is looked up and not found; the line is empty.
  test('in a state that this build does not know is told something', async () => {
    serveShopStatus(inState(unlisted('paused')));
    await statusKnown(openDrawer());
    await expect.poll(line).not.toBe('');
  });
});

describe('the last answer', () => {
  /** A page whose database still has an answer of the day before. */
  async function aLaterPage() {
    const panelPath = aPanelPath();
    const last = aStoredStatus({ at: Date.parse('2026-11-21T09:00:00Z') });
    await openWidgetStore().change({ store: 'shops', key: panelPath, value: last });
    return openDrawer({ panelPath });
  }

  test('stands there first, with its date and without the days left, which have changed since', async () => {
    const answer = Promise.withResolvers<Response>();
    serveShopStatus(() => answer.promise);
    const model = await aLaterPage();
    await expect.poll(line).toContain('sobota, 21 listopada, 10:00');
    await expect.poll(line).toContain('Pomoc do 14 marca 2027');
    await expect.poll(line).not.toContain('jeszcze');
    answer.resolve(Response.json(inState('expired', '2026-11-21', 0)));
    await statusKnown(model);
    await expect.poll(line).toContain(supportStates.expired);
    await expect.poll(line).not.toContain('10:00');
  });

  test('stays, with its date, when there is no new one', async () => {
    serveShopStatus(() => htmlPage(403));
    await statusKnown(await aLaterPage());
    await expect.poll(line).toContain('Pomoc do 14 marca 2027');
    await expect.poll(line).toContain('sobota, 21 listopada, 10:00');
  });
});
