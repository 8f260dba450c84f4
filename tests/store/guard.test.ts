import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAlarms, raiseAlarm, watchSignIns } from '../../src/guard/alarms.ts';
import { addBlock, isBlocked, listBlocks } from '../../src/guard/blocks.ts';
import { toInstantText } from '../../src/store/instants.ts';
import {
  deleteOldSenders,
  insertSender,
  sendersSince,
  updateAnswered,
  wasAnsweredFrom,
} from '../../src/store/senders.ts';
import { filesOfAddress, insertUpload, storedBytes, unclaimedFiles } from '../../src/store/uploads.ts';
import { aCustomer } from '../support/customer.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const AT = toInstantText(NOW);

test('files count by standing and address: what has come and what is ahead of it, never more than they are', async () => {
  const file = { owner: 'token:x', shop_id: 1, name: 'a.txt', type: 'text/plain', created_at: AT, message_id: null };
  const uploads = [
    { id: 'a', bytes: 100, received: 10, standing: 'new', address_hash: 'h' },
    { id: 'b', bytes: 12, received: 12, standing: 'new', address_hash: 'h' },
    { id: 'c', bytes: 100, received: 95, standing: 'proven', address_hash: null },
    { id: 'd', bytes: 7, received: 7, standing: 'usual', address_hash: 'h', shop_id: 2 },
  ] as const;
  for (const upload of uploads) await insertUpload(api.store, { ...file, place: null, ...upload });
  expect(await unclaimedFiles(api.store, { shopId: 1 }, 20)).toEqual({
    unclaimedFiles: { new: 2, usual: 0, proven: 1 },
    unclaimedBytes: { new: 42, usual: 0, proven: 100 },
  });
  expect(await storedBytes(api.store, 1, 20)).toEqual({ new: 42, usual: 0, proven: 100 });
  expect(await storedBytes(api.store, null, 20)).toEqual({ new: 42, usual: 7, proven: 100 });
  const address = { shopId: 1, addressHash: 'h' };
  expect(await filesOfAddress(api.store, { ...address, but: '' }, 20)).toEqual({ unclaimedBytes: 42, unfinished: 1 });
  expect(await filesOfAddress(api.store, { ...address, but: 'a' }, 20)).toMatchObject({ unfinished: 0 });
});

test('an address is known by an answer to a ticket from there, and forgotten', async () => {
  const { number } = await aCustomer(api);
  const sender = { shop_id: 1, address_hash: 'h', standing: 'new', sent_at: AT, answered_at: null } as const;
  await insertSender(api.store, { ...sender, ticket_number: number });
  const before = toInstantText(NOW.subtract({ minutes: 1 }));
  expect(await sendersSince(api.store, 1, before)).toEqual([{ standing: 'new', address_hash: 'h', sent_at: AT }]);
  const address = { shopId: 1, addressHash: 'h' };
  expect(await wasAnsweredFrom(api.store, address, before)).toBe(false);
  await updateAnswered(api.store, number, AT);
  expect(await wasAnsweredFrom(api.store, address, before)).toBe(true);
  expect(await wasAnsweredFrom(api.store, { ...address, shopId: 2 }, before)).toBe(false);
  expect([await deleteOldSenders(api.store, before), await deleteOldSenders(api.store, AT)]).toEqual([0, 1]);
});

test('blocks and alarms are written, listed and counted', async () => {
  const deps = { store: api.store, now: () => NOW };
  const until = NOW.add({ hours: 1 });
  await addBlock(deps, { subject: { kind: 'range', range: '203.0.113.0/24' }, reason: 'zalew', until }, 'operator');
  expect(await isBlocked(api.store, { shopId: 1, address: '203.0.113.9' }, NOW)).toBe(true);
  expect(await isBlocked(api.store, { shopId: 1, address: '203.0.113.9' }, until)).toBe(false);
  expect(await listBlocks(api.store, NOW)).toMatchObject([{ range: '203.0.113.0/24', addedBy: null, isActive: true }]);
  await raiseAlarm(api.store, 'total-storage', null, NOW);
  await watchSignIns(deps);
  expect((await listAlarms(api.store)).map(({ kind }) => kind)).toEqual(['total-storage']);
});
