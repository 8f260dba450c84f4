import { describe, expect, test, vi } from 'vitest';
import { claim } from '../../browser/lease.ts';
import type { Lease } from '../../browser/store.ts';
import { openWidgetStore, type WidgetStore } from '../../widget/outbox/widget-store.ts';
import { anEntry, NOW } from '../support/widget-nouns.ts';

const MINE = { claim: 'mine' };

describe('a lease', () => {
  /** Two pages over one database, and a ticket in the outbox. */
  async function twoPages() {
    const [one, other] = [openWidgetStore(), openWidgetStore()];
    await one.change({ store: 'outbox', key: 'k', value: anEntry({ key: 'k' }) });
    const take = (page: WidgetStore, holder: string, now: number, obeys = true) =>
      claim(page, 'k', { holder, until: now + 6000 }, now, obeys);
    const leave = (lease: Lease) => one.change({ store: 'leases', key: 'k', value: lease });
    return { one, other, take, leave };
  }

  test('is had by one page at a time, which may make it longer', async () => {
    const { one, other, take } = await twoPages();
    expect(await Promise.all([take(one, 'one', NOW), take(other, 'other', NOW)])).toEqual([
      MINE,
      { claim: 'taken', until: NOW + 6000 },
    ]);
    expect(await take(one, 'one', NOW + 5000)).toEqual(MINE);
    expect(await take(other, 'other', NOW + 10_999)).toEqual({ claim: 'taken', until: NOW + 11_000 });
  });

  test('of a page that vanished ends by itself', async () => {
    const { one, other, take } = await twoPages();
    await take(one, 'one', NOW);
    expect(await take(other, 'other', NOW + 6000)).toEqual(MINE);
  });

  const HOUR = 3_600_000;
  const DAY = 24 * HOUR;

  test.each([6001, 3 * HOUR, 365 * DAY])('that ends %i ms ahead is none: the clock was set back', async (ahead) => {
    const { other, take, leave } = await twoPages();
    await leave({ holder: 'nobody', until: NOW + ahead });
    expect(await take(other, 'other', NOW)).toEqual(MINE);
  });

  test('tells of a pause that the service asked for, in whichever page, until somebody presses', async () => {
    const { one, other, take, leave } = await twoPages();
    await leave({ holder: 'one', until: 0, pause: { from: NOW, until: NOW + HOUR } });
    const paused = { claim: 'paused', until: NOW + HOUR };
    expect([await take(one, 'one', NOW), await take(other, 'other', NOW + HOUR - 1)]).toEqual([paused, paused]);
    expect(await take(other, 'other', NOW, false)).toEqual(MINE);
    expect(await take(other, 'other', NOW)).toEqual(MINE);
  });

  test.each([
    ['is over', { from: NOW - HOUR, until: NOW }],
    ['begins later than now', { from: NOW + 1, until: NOW + HOUR }],
    ['is longer than any', { from: NOW, until: NOW + DAY + 1 }],
  ])('knows of no pause that %s', async (_what, pause) => {
    const { one, take, leave } = await twoPages();
    await leave({ holder: 'one', until: 0, pause });
    expect(await take(one, 'one', NOW)).toEqual(MINE);
  });

  test('is not to be had for a ticket that is no longer to be sent', async () => {
    const { one, other, take } = await twoPages();
    await one.change({ store: 'outbox', key: 'k' });
    expect(await take(other, 'other', NOW)).toEqual({ claim: 'gone' });
    expect(await other.all('leases')).toEqual([]);
  });

  test('is given to every page where nothing is kept: none sees the ticket of another', async () => {
    vi.spyOn(window, 'indexedDB', 'get').mockReturnValue(undefined as never);
    expect(await claim(openWidgetStore(), 'k', { holder: 'one', until: NOW }, NOW, true)).toEqual(MINE);
  });
});
