import { describe, expect, test, vi } from 'vitest';
import { type Edit, openWidgetStore, type WidgetStore } from '../../widget/outbox/widget-store.ts';
import { aDraft, aFollowedTicket, anEntry, aStoredStatus, NOW } from '../support/widget-nouns.ts';

/** One of each thing that is kept. */
const ONE_OF_EACH = [
  { store: 'drafts', key: 'k', value: aDraft() },
  { store: 'outbox', key: 'k', value: anEntry() },
  { store: 'tickets', key: 'k', value: aFollowedTicket() },
  { store: 'shops', key: 'k', value: aStoredStatus() },
  { store: 'files', key: 'k', value: { id: 'k', blob: new Blob(['x']), keptAt: 1 } },
  { store: 'leases', key: 'k', value: { holder: 'a', until: NOW } },
] satisfies Edit[];

/** Ways in which a browser has no database for us: a private window, a policy, an odd browser, a stuck disk. */
const REFUSALS = ['throws', 'fails', 'is missing', 'never opens'] as const;

function blockDatabase(how: (typeof REFUSALS)[number]): void {
  if (how === 'is missing') vi.spyOn(window, 'indexedDB', 'get').mockReturnValue(undefined as never);
  if (how === 'never opens') vi.spyOn(window, 'setTimeout').mockImplementation(runAtOnce as never);
  if (how === 'is missing') return;
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    if (how === 'throws') throw new DOMException('denied', 'SecurityError');
    const request = { error: new DOMException('denied', 'UnknownError') } as IDBOpenDBRequest;
    if (how === 'fails') queueMicrotask(() => request.onerror?.(new Event('error')));
    return request;
  });
}

/** As `setTimeout`, without the wait. */
function runAtOnce(work: TimerHandler, _wait?: number, ...rest: unknown[]): number {
  if (typeof work === 'function') queueMicrotask(() => work(...rest));
  return 0;
}

const PLACES: [string, () => WidgetStore][] = [
  ['the database', openWidgetStore],
  ...REFUSALS.map((how): [string, () => WidgetStore] => [
    `the page's memory, where the database ${how}`,
    () => {
      blockDatabase(how);
      return openWidgetStore();
    },
  ]),
];

describe.each(PLACES)('%s', (_what, open) => {
  test.each(ONE_OF_EACH)('keeps $store', async (edit) => {
    const store = open();
    await store.change(edit);
    expect(await store.get(edit.store, 'k')).toEqual(edit.value);
    expect(await store.all(edit.store)).toEqual([edit.value]);
  });

  test('knows nothing of what was never kept', async () => {
    const store = open();
    expect(await store.get('drafts', 'k')).toBeUndefined();
    expect(await store.all('outbox')).toEqual([]);
  });

  test('writes and deletes in every store at once', async () => {
    const store = open();
    await store.change(...ONE_OF_EACH);
    await store.change(
      { store: 'outbox', key: 'k' },
      { store: 'drafts', key: 'k', value: aDraft({ subject: 'Inny' }) },
      { store: 'tickets', key: 'l', value: aFollowedTicket({ isSeen: true }) },
    );
    expect(await store.all('outbox')).toEqual([]);
    expect(await store.get('drafts', 'k')).toMatchObject({ subject: 'Inny' });
    expect((await store.all('tickets')).map(({ isSeen }) => isSeen)).toEqual([false, true]);
    expect(await store.all('shops')).toHaveLength(1);
  });

  test('the last of many writes wins', async () => {
    const store = open();
    const subjects = Array.from({ length: 50 }, (_, index) => `Temat ${index}`);
    await Promise.all(
      subjects.map((subject) => store.change({ store: 'drafts', key: 'k', value: aDraft({ subject }) })),
    );
    expect(await store.get('drafts', 'k')).toMatchObject({ subject: 'Temat 49' });
  });
});

describe('in the database', () => {
  test('what was kept is there for the next page', async () => {
    await openWidgetStore().change(...ONE_OF_EACH);
    const next = openWidgetStore();
    expect(await next.isDurable()).toBe(true);
    for (const { store, value } of ONE_OF_EACH) expect(await next.get(store, 'k')).toEqual(value);
  });
});

describe('a newer widget', () => {
  const finished = (request: IDBRequest) =>
    new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });

  test('keeps what an older one kept', async () => {
    await finished(indexedDB.deleteDatabase('pomoc'));
    const old = indexedDB.open('pomoc', 1);
    old.onupgradeneeded = () => {
      for (const store of ['drafts', 'outbox', 'tickets', 'shops']) {
        old.result.createObjectStore(store).put(ONE_OF_EACH.find((edit) => edit.store === store)?.value, 'k');
      }
    };
    await finished(old);
    old.result.close();
    const store = openWidgetStore();
    await store.change(...ONE_OF_EACH.filter(({ store }) => store === 'files' || store === 'leases'));
    expect(await store.isDurable()).toBe(true);
    for (const { store: kind, value } of ONE_OF_EACH) expect(await store.get(kind, 'k')).toEqual(value);
  });

  test('does not wait for ever for a tab that holds on to an older one', async () => {
    await finished(indexedDB.deleteDatabase('pomoc'));
    const old = indexedDB.open('pomoc', 1);
    await finished(old);
    const store = openWidgetStore();
    expect(await store.isDurable()).toBe(false);
    await store.change(...ONE_OF_EACH);
    expect(await store.get('drafts', 'k')).toEqual(aDraft());
    old.result.close();
    await finished(indexedDB.deleteDatabase('pomoc'));
  });

  test('is let through by the one that is open', async () => {
    const store = openWidgetStore();
    await store.isDurable();
    await finished(indexedDB.deleteDatabase('pomoc'));
    expect(await store.get('drafts', 'k')).toBeUndefined();
  });
});

test.each(REFUSALS)('a browser whose database %s keeps nothing for the next page, and says so', async (how) => {
  blockDatabase(how);
  const store = openWidgetStore();
  expect(await store.isDurable()).toBe(false);
  await store.change(...ONE_OF_EACH);
  expect(await openWidgetStore().get('drafts', 'k')).toBeUndefined();
});

describe('a database that answers no more', () => {
  /** Requests that neither succeed nor fail, as of a stuck disk. */
  const SILENCES: [string, () => void][] = [
    ['to a read', () => void vi.spyOn(IDBObjectStore.prototype, 'get').mockReturnValue({} as IDBRequest)],
    ['to a transaction', () => void vi.spyOn(IDBDatabase.prototype, 'transaction').mockReturnValue(silent)],
  ];
  const silent = { objectStore: () => ({ put() {}, delete() {}, get: () => ({}) }), commit() {} } as never;

  test.each(SILENCES)('%s is given up: the memory of the page goes on, and says so', async (_what, silence) => {
    const store = openWidgetStore();
    expect(await store.isDurable()).toBe(true);
    silence();
    const timers = vi.spyOn(window, 'setTimeout').mockImplementation(runAtOnce as never);
    await store.get('drafts', 'k');
    timers.mockRestore();
    expect(await store.isDurable()).toBe(false);
    await store.change(...ONE_OF_EACH);
    for (const { store: kind, value } of ONE_OF_EACH) expect(await store.get(kind, 'k')).toEqual(value);
    expect(await store.transact('relaxed', () => () => 'done')).toBeUndefined();
  });
});

describe('pages of two versions', () => {
  /** The database as a newer widget would open it. */
  function openNewer(version: number): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open('pomoc', version);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('an older page does not let go'));
    });
  }

  test('the older one lets the newer one in, and goes on with what is there', async () => {
    const store = openWidgetStore();
    await store.change(...ONE_OF_EACH);
    const [{ version = 0 } = {}] = await indexedDB.databases();
    const newer = await openNewer(version + 1);
    await store.change({ store: 'drafts', key: 'k', value: aDraft({ subject: 'Dalej' }) });
    expect(await store.get('drafts', 'k')).toMatchObject({ subject: 'Dalej' });
    expect(await store.isDurable()).toBe(true);
    newer.close();
  });
});
