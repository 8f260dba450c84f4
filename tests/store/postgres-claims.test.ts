import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepUploads } from '../../src/attachments/sweep-uploads.ts';
import { claimUpload, findPart } from '../../src/store/uploads.ts';
import { aCustomer, type Customer, newToken, PNG, upload } from '../support/customer.ts';
import { aTicket, newKey, post } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

/** Here two connections really run at once, which SQLite's single writer never lets happen. */
let api: Service;
let customer: Customer;
beforeEach(async () => {
  api = await service();
  customer = await aCustomer(api);
});
afterEach(() => api.discard());

test('an upload that a message claims while it is being swept stays, with all its bytes', async () => {
  const id = await upload(api, PNG, { bearer: customer.token });
  const { owner } = await api.store.selectFrom('uploads').selectAll().executeTakeFirstOrThrow();
  const { id: messageId } = await api.store.selectFrom('messages').select('id').executeTakeFirstOrThrow();
  const afterTwoDays = api.clock.now.add({ hours: 48 });
  const claimed = Promise.withResolvers<void>();
  const sweepIsUnderWay = Promise.withResolvers<void>();

  const claiming = api.store.transaction().execute(async (transaction) => {
    expect(await claimUpload(transaction, { id, owners: [owner], shopId: 1, messageId, place: 0 })).toBe(true);
    claimed.resolve();
    await sweepIsUnderWay.promise;
  });
  await claimed.promise;
  const sweeping = sweepUploads(api.store, afterTwoDays);
  await waitUntilBlocked();
  sweepIsUnderWay.resolve();
  await claiming;

  expect(await sweeping).toBe(0);
  expect(await findPart(api.store, id, 0)).toEqual(Buffer.from(PNG));
});

const BLOCKED = sql<{
  waiting: number;
}>`select count(*) as waiting from pg_stat_activity where wait_event_type = 'Lock'`;

/** Resolves once some connection waits for another's lock: what was started really runs beside the other. */
async function waitUntilBlocked(): Promise<void> {
  const waiting = async () => {
    const { rows } = await BLOCKED.execute(api.store);
    return Number(rows[0]?.waiting) > 0;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBe(true);
}

test('messages and tickets that name the same files in other orders never wait for each other', async () => {
  for (let round = 0; round < 5; round++) {
    const token = newToken();
    const ids = await Promise.all(Array.from({ length: 5 }, () => upload(api, PNG, { bearer: token })));
    const send = (attachments: string[]) =>
      api.app.request(
        '/api/v1/tickets',
        post(aTicket({ ticketToken: token, attachments }), { 'Idempotency-Key': newKey() }),
      );
    const [one, other, free] = await Promise.all([
      send(ids),
      send(ids.toReversed()),
      api.app.request('/api/v1/tickets', post(aTicket(), { 'Idempotency-Key': newKey() })),
    ]);
    expect([one.status, other.status].toSorted()).toEqual([201, 422]);
    expect(free.status).toBe(201);
  }
});
