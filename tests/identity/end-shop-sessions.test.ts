import { afterAll, beforeAll, expect, test } from 'vitest';
import { endShopSessions } from '../../src/identity/end-shop-sessions.ts';
import { aSecret, aSession } from '../support/an-assertion.ts';
import { ROWERY, ZURAW } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

const listed = async (session: string) =>
  (await api.app.request('/api/v1/tickets', { headers: { Authorization: `Bearer ${session}` } })).status;

test('all sessions of one shop end at once, its secret opens new ones, and it is in the audit trail', async () => {
  const secret = await aSecret(api);
  const ours = [await aSession(api, secret), await aSession(api, secret)];
  const other = await aSession(api, await aSecret(api, ROWERY), ROWERY);
  expect(await endShopSessions(api.store, ZURAW.supportNumber, api.clock.now)).toBe(2);
  expect([await listed(ours[0] as string), await listed(ours[1] as string), await listed(other)]).toEqual([
    401, 401, 200,
  ]);
  expect(await listed(await aSession(api, secret))).toBe(200);
  const row = await api.store
    .selectFrom('audit')
    .select('details')
    .where('action', '=', 'shop.sessions-ended')
    .execute();
  expect(row.map(({ details }) => JSON.parse(details).sessions)).toEqual([2]);
  expect(await endShopSessions(api.store, 'nikt', api.clock.now)).toBeNull();
});
