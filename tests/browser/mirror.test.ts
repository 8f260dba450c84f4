import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openMirror } from '../../browser/mirror.ts';
import { type BrowserStore, type OutboxStores, openStore } from '../../browser/store.ts';

interface Kept extends OutboxStores {
  drafts: string;
}

let store: BrowserStore<Kept>;
beforeEach(async () => {
  store = openStore<Kept>('pomoc-desk', 1, ['drafts', 'calls' as never, 'taken' as never, 'outbox', 'leases']);
});

const open = () => openMirror(store, 'a-channel-of-tests');
const draft = (value: string | undefined, key = 'k') => ({ store: 'drafts', key, value }) as const;

test('what was kept is at hand once it is opened', async () => {
  await (await open()).change(draft('Jutro'), draft('Dziś', 'l'));
  const mirror = await open();
  expect([mirror.get('drafts', 'k'), mirror.all('drafts'), mirror.get('drafts', 'm')]).toEqual([
    'Jutro',
    ['Jutro', 'Dziś'],
    undefined,
  ]);
});

test('a change is at hand at once, and a row without a value is none', async () => {
  const mirror = await open();
  const written = mirror.change(draft('Jutro'));
  expect(mirror.get('drafts', 'k')).toBe('Jutro');
  await written;
  await mirror.change(draft(undefined));
  expect([mirror.all('drafts'), await store.all('drafts')]).toEqual([[], []]);
});

describe('fast typing', () => {
  /** A mirror over a slow disk: each transaction waits until it is let go. */
  async function overSlowDisk() {
    const waiting: (() => void)[] = [];
    const change = vi.fn<typeof store.change>(() => new Promise((resolve) => waiting.push(() => resolve())));
    const mirror = await openMirror<Kept>({ ...store, change }, 'a-channel-of-tests');
    return { mirror, change, finish: () => waiting.shift()?.() };
  }

  test('has one transaction in flight, and after it the newest values in one', async () => {
    const { mirror, change, finish } = await overSlowDisk();
    mirror.change(draft('J'));
    await expect.poll(() => change.mock.calls.length).toBe(1);
    mirror.change(draft('Ju'));
    mirror.change(draft('Jutro'));
    const last = mirror.change(draft('Dziś', 'l'));
    await Promise.resolve();
    expect(change).toHaveBeenCalledTimes(1);
    finish();
    await expect.poll(() => change.mock.calls.length).toBe(2);
    expect(change.mock.calls[1]).toEqual([draft('Jutro'), draft('Dziś', 'l')]);
    finish();
    await last;
  });

  test('loses nothing when the page goes away meanwhile', async () => {
    const { mirror, change } = await overSlowDisk();
    mirror.change(draft('J'));
    await expect.poll(() => change.mock.calls.length).toBe(1);
    mirror.change(draft('Jutro'));
    dispatchEvent(new Event('pagehide'));
    expect(change.mock.calls).toEqual([[draft('J')], [draft('Jutro')]]);
  });
});

test('other tabs are told of a change, the one that made it is not', async () => {
  const [here, there] = [await open(), await open()];
  const told: string[] = [];
  here.follow(() => told.push('here'));
  const end = there.follow(() => told.push('there'));
  await here.change(draft('Jutro'));
  await expect.poll(() => there.get('drafts', 'k')).toBe('Jutro');
  end();
  await here.change(draft('Pojutrze'));
  await expect.poll(() => there.get('drafts', 'k')).toBe('Pojutrze');
  expect(told).toEqual(['there']);
});

test('what the disk refuses lasts as long as the page, and whoever waits for it is told', async () => {
  const change = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const mirror = await openMirror<Kept>({ ...store, change }, 'a-channel-of-tests');
  await expect(mirror.change(draft('Jutro'))).rejects.toThrow('full');
  expect(mirror.get('drafts', 'k')).toBe('Jutro');
});
