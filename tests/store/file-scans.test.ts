import { expect } from 'vitest';
import {
  giveFileBack,
  noteScan,
  queueForScan,
  scanAgain,
  takeFileToScan,
  unscannedFiles,
} from '../../src/store/file-scans.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { findUpload, freeUploads, giveBackUploads, withholdUploads } from '../../src/store/uploads.ts';
import { PNG, upload } from '../support/customer.ts';
import { test } from '../support/fixtures.ts';
import { NOW, type Service } from '../support/service.ts';

const at = (minutes: number) => toInstantText(NOW.add({ minutes }));

/** Files that wait for the scanner, due a minute after one another. */
async function waiting(api: Service, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let minute = 0; minute < count; minute++) {
    const id = await upload(api, PNG);
    await queueForScan(api.store, id, at(minute));
    ids.push(id);
  }
  return ids;
}

test('each process takes another file, the one that is due the longest first, and none that is not due', async ({
  api,
}) => {
  const [first, second, third] = await waiting(api, 3);
  const taken = await Promise.all([1, 2, 3, 4].map(() => takeFileToScan(api.store, at(1), at(6))));
  expect(
    taken
      .map((file) => file?.id)
      .filter(Boolean)
      .toSorted(),
  ).toEqual([first, second].toSorted());
  expect((await takeFileToScan(api.store, at(2), at(7)))?.id).toBe(third);
});

test('a file of a process that died is taken again once its lease is over; the late verdict of the one is not taken', async ({
  api,
}) => {
  const [id = ''] = await waiting(api, 1);
  const first = await takeFileToScan(api.store, at(0), at(5));
  expect(await takeFileToScan(api.store, at(4), at(9))).toBeNull();
  const second = await takeFileToScan(api.store, at(5), at(10));
  if (!first || !second) throw new Error('nothing was taken');
  const clean = { scan: 'clean', failures: 0, dueAt: null } as const;
  expect(await noteScan(api.store, first, clean)).toBe(false);
  expect(await noteScan(api.store, second, { ...clean, scan: 'refused' })).toBe(true);
  expect(await findUpload(api.store, id)).toMatchObject({ scan: 'refused', scan_due_at: null });
  expect(await unscannedFiles(api.store)).toEqual([]);
});

test('a file that is given back is due at once, and one that lost its bytes is never', async ({ api }) => {
  const [id = ''] = await waiting(api, 1);
  const taken = await takeFileToScan(api.store, at(0), at(5));
  if (taken) await giveFileBack(api.store, taken, at(1));
  const again = await takeFileToScan(api.store, at(1), at(6));
  expect(again).toMatchObject({ id, bytes: PNG.length, scan: 'waiting', failures: 0 });
  await freeUploads(api.store, [id], at(2));
  expect(again && (await noteScan(api.store, again, { scan: 'clean', failures: 0, dueAt: null }))).toBe(false);
  expect(await takeFileToScan(api.store, at(60), at(65))).toBeNull();
});

test('what the scanner failed at and what came before it is looked at anew, or whatever is named', async ({ api }) => {
  const [before, failed, clean, refused] = await waiting(api, 4);
  const set = (id: string | undefined, scan: 'none' | 'failed' | 'clean' | 'refused') =>
    api.store
      .updateTable('uploads')
      .set({ scan, scan_due_at: null, scan_failures: 24 })
      .where('id', '=', id ?? '')
      .execute();
  await set(before, 'none');
  await set(failed, 'failed');
  await set(clean, 'clean');
  await set(refused, 'refused');
  expect([await unscannedFiles(api.store), await takeFileToScan(api.store, at(9), at(14))]).toEqual([[failed], null]);
  expect(await scanAgain(api.store, null, at(9))).toBe(2);
  const taken = [await takeFileToScan(api.store, at(9), at(14)), await takeFileToScan(api.store, at(9), at(14))];
  expect(taken.map((file) => file?.id).toSorted()).toEqual([before, failed].toSorted());
  expect(taken.map((file) => file?.failures)).toEqual([0, 0]);
  expect(await scanAgain(api.store, [refused ?? ''], at(9))).toBe(1);
  expect(await takeFileToScan(api.store, at(9), at(14))).toMatchObject({ id: refused, scan: 'refused' });
});

test('a file that was taken away has no bytes to look at, and is due again once it is given back', async ({ api }) => {
  const [id = ''] = await waiting(api, 1);
  await withholdUploads(api.store, [id], at(0));
  expect(await takeFileToScan(api.store, at(1), at(6))).toBeNull();
  await giveBackUploads(api.store, [id]);
  expect(await takeFileToScan(api.store, at(1), at(6))).toMatchObject({ id, bytes: PNG.length });
});
