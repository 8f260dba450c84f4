import { describe, expect, test, vi } from 'vitest';
import { claim } from '../../browser/lease.ts';
import { openWidgetStore, type WidgetStore } from '../../widget/outbox/widget-store.ts';
import { anEntry, NOW } from '../support/widget-nouns.ts';

describe('a lease', () => {
  /** Two pages over one database, and a ticket in the outbox. */
  async function twoPages() {
    const [one, other] = [openWidgetStore(), openWidgetStore()];
    await one.change({ store: 'outbox', key: 'k', value: anEntry({ key: 'k' }) });
    const take = (page: WidgetStore, holder: string, now: number) =>
      claim(page, 'k', { holder, until: now + 6000 }, now);
    return { one, other, take };
  }

  test('is had by one page at a time, which may make it longer', async () => {
    const { one, other, take } = await twoPages();
    expect(await Promise.all([take(one, 'one', NOW), take(other, 'other', NOW)])).toEqual(['mine', 'taken']);
    expect(await take(one, 'one', NOW + 5000)).toBe('mine');
    expect(await take(other, 'other', NOW + 10_999)).toBe('taken');
  });

  test('of a page that vanished ends by itself', async () => {
    const { one, other, take } = await twoPages();
    await take(one, 'one', NOW);
    expect(await take(other, 'other', NOW + 6000)).toBe('mine');
  });

  test('is not to be had for a ticket that is no longer to be sent', async () => {
    const { one, other, take } = await twoPages();
    await one.change({ store: 'outbox', key: 'k' });
    expect(await take(other, 'other', NOW)).toBe('gone');
    expect(await other.all('leases')).toEqual([]);
  });

  test('is given to every page where nothing is kept: none sees the ticket of another', async () => {
    vi.spyOn(window, 'indexedDB', 'get').mockReturnValue(undefined as never);
    expect(await claim(openWidgetStore(), 'k', { holder: 'one', until: NOW }, NOW)).toBe('mine');
  });
});
