import { afterEach, beforeEach, expect, test } from 'vitest';
import { lock } from '../../src/store/lock.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { currentVersion, insertRelease } from '../../src/store/releases.ts';
import { temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
});
afterEach(() => temporary.discard());

/** Looks at what is there and writes the next, as two steps. */
function announceNext(store: Store): Promise<void> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'release');
    const next = Number((await currentVersion(transaction)) ?? 0) + 1;
    await insertRelease(transaction, String(next), '2026-11-22T09:00:00.000Z');
  });
}

async function announced(): Promise<number[]> {
  const releases = await temporary.store.selectFrom('releases').select('version').execute();
  return releases.map(({ version }) => Number(version)).toSorted((a, b) => a - b);
}

test('whoever takes a lock sees what the one before wrote', async () => {
  await Promise.all(Array.from({ length: 30 }, () => announceNext(temporary.store)));
  expect(await announced()).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test('a lock ends with its transaction, also with one that fails', async () => {
  const failing = temporary.store.transaction().execute(async (transaction) => {
    await lock(transaction, 'release');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const other = await openStore(temporary.url);
  await announceNext(other);
  await other.destroy();
  expect(await announced()).toEqual([1]);
});
