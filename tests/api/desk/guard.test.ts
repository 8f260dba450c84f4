import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskAlarm } from '../../../src/contract/desk/alarms.ts';
import type { DeskBlock } from '../../../src/contract/desk/blocks.ts';
import { raiseAlarm } from '../../../src/guard/alarms.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { aTicket, newKey, post, ZURAW } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let marek: DeskAgent;
let shop: number;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api, 'Ola Nowak', 'ola@shopgold.pl', 'agent');
  marek = await aDeskAgent(api, 'Marek Lis', 'marek@shopgold.pl', 'admin');
  shop = (await findShopByNumber(api.store, ZURAW.supportNumber))?.id ?? 0;
});
afterEach(() => api.discard());

const TOMORROW = NOW.add({ hours: 24 }).toString();
const DAY_30 = NOW.add({ hours: 30 * 24 });
const RANGE = { range: '203.0.113.0/24', reason: 'zalew zgłoszeń', until: TOMORROW };

const bodyOf = async (response: Response) => [response.status, await response.json()];
const events = async (kind: string) =>
  (await api.store.selectFrom('audit').select(['actor', 'action', 'details']).orderBy('id').execute())
    .filter(({ action }) => action.startsWith(kind))
    .map(({ actor, action, details }) => [actor, action, JSON.parse(details)]);

async function blocks(): Promise<DeskBlock[]> {
  return ((await (await ola.ask('/blocks')).json()) as { blocks: DeskBlock[] }).blocks;
}

async function alarms(): Promise<DeskAlarm[]> {
  return ((await (await ola.ask('/alarms')).json()) as { alarms: DeskAlarm[] }).alarms;
}

describe('a block', () => {
  test('of a shop is set by an agent, with a reason and an end, and lifted by another', async () => {
    const until = DAY_30.toString();
    expect(await bodyOf(await ola.tell(`/shops/${shop}/blocks`, { reason: 'zalew zgłoszeń', until }))).toEqual([
      201,
      { id: 1 },
    ]);
    const [block] = await blocks();
    expect(block).toEqual({
      id: 1,
      kind: 'shop',
      shop: { id: shop, name: 'Księgarnia Żuraw', supportNumber: ZURAW.supportNumber },
      range: null,
      reason: 'zalew zgłoszeń',
      addedBy: { id: ola.id, name: 'Ola Nowak' },
      since: '2026-11-22T09:00:00Z',
      until: '2026-12-22T09:00:00Z',
      liftedAt: null,
      liftedBy: null,
      isActive: true,
    });
    expect((await marek.tell('/blocks/1/lift', {})).status).toBe(204);
    const lifted = { isActive: false, liftedAt: '2026-11-22T09:00:00Z', liftedBy: { id: marek.id, name: 'Marek Lis' } };
    expect(await blocks()).toMatchObject([lifted]);
    expect((await marek.tell('/blocks/1/lift', {})).status).toBe(404);
    const about = { kind: 'shop', shopId: shop, range: null, until: '2026-12-22T09:00:00.000Z' };
    expect(await events('block')).toEqual([
      [ola.id, 'block.added', { block: 1, ...about }],
      [marek.id, 'block.lifted', { block: 1 }],
    ]);
  });

  test('of a shop is said beside its tickets, until it ends or is lifted', async () => {
    const { number } = await aCustomer(api);
    const blockedUntil = async () => (await ola.ticket(number)).shop.blockedUntil;
    expect(await blockedUntil()).toBeNull();
    await marek.tell('/blocks', RANGE);
    expect(await blockedUntil()).toBeNull();
    await ola.tell(`/shops/${shop}/blocks`, { reason: 'zalew zgłoszeń', until: TOMORROW });
    await ola.tell(`/shops/${shop}/blocks`, { reason: 'zalew', until: NOW.add({ hours: 1 }).toString() });
    expect(await blockedUntil()).toBe('2026-11-23T09:00:00Z');
    await ola.tell('/blocks/2/lift', {});
    expect(await blockedUntil()).toBe('2026-11-22T10:00:00Z');
    api.clock.now = NOW.add({ hours: 1 });
    expect(await blockedUntil()).toBeNull();
  });

  test('ends by itself, and is shown after those that stand', async () => {
    await ola.tell(`/shops/${shop}/blocks`, { reason: 'zalew zgłoszeń', until: TOMORROW });
    await marek.tell('/blocks', { ...RANGE, until: NOW.add({ hours: 1 }).toString() });
    api.clock.now = NOW.add({ hours: 1 });
    expect((await blocks()).map(({ kind, isActive }) => [kind, isActive])).toEqual([
      ['shop', true],
      ['range', false],
    ]);
    expect((await marek.tell('/blocks/2/lift', {})).status).toBe(404);
  });

  test.each([
    ['now', NOW],
    ['a second after thirty days', DAY_30.add({ seconds: 1 })],
  ])('may not end %s', async (_, until) => {
    const block = { reason: 'zalew zgłoszeń', until: until.toString() };
    const errors = [{ path: 'until', code: 'not-allowed' }];
    expect(await bodyOf(await ola.tell(`/shops/${shop}/blocks`, block))).toEqual([
      422,
      expect.objectContaining({ errors }),
    ]);
  });

  test('of a shop that is not there is not found', async () => {
    expect((await ola.tell('/shops/999/blocks', { reason: 'pomyłka', until: TOMORROW })).status).toBe(404);
  });

  test('of a range is an admin’s to set and to lift', async () => {
    expect((await ola.tell('/blocks', RANGE)).status).toBe(403);
    expect(await bodyOf(await marek.tell('/blocks', RANGE))).toEqual([201, { id: 1 }]);
    expect(await blocks()).toMatchObject([{ kind: 'range', shop: null, range: '203.0.113.0/24' }]);
    expect(await bodyOf(await ola.tell('/blocks/1/lift', {}))).toEqual([
      403,
      expect.objectContaining({ code: 'forbidden' }),
    ]);
    expect((await marek.tell('/blocks/1/lift', {})).status).toBe(204);
  });

  test.each([
    ['203.0.0.0/16', 201],
    ['203.0.0.0/15', 422],
    ['2001:DB8::/32', 201],
    ['2001:db8::/31', 422],
    ['203.0.113.7', 201],
    ['0.0.0.0/0', 422],
    ['wszyscy', 422],
  ])('of %s is answered %d', async (range, status) => {
    expect((await marek.tell('/blocks', { ...RANGE, range })).status).toBe(status);
  });
});

describe('an alarm', () => {
  test('is open until an agent acknowledges it, and raised once within its window', async () => {
    await raiseAlarm(api.store, 'shop-tickets', shop, NOW);
    await raiseAlarm(api.store, 'shop-tickets', shop, NOW.add({ minutes: 59 }));
    await raiseAlarm(api.store, 'unknown-pairs', null, NOW);
    const about = { id: 1, kind: 'shop-tickets', shop: { id: shop, name: 'Księgarnia Żuraw' } };
    expect(await alarms()).toEqual([
      { id: 2, kind: 'unknown-pairs', shop: null, raisedAt: '2026-11-22T09:00:00Z' },
      { ...about, raisedAt: '2026-11-22T09:00:00Z' },
    ]);
    expect((await ola.tell('/alarms/1/acknowledgement', {})).status).toBe(204);
    expect((await marek.tell('/alarms/1/acknowledgement', {})).status).toBe(204);
    expect((await alarms()).map(({ id }) => id)).toEqual([2]);
    await raiseAlarm(api.store, 'shop-tickets', shop, NOW.add({ hours: 1 }));
    expect((await alarms()).map(({ kind }) => kind)).toEqual(['shop-tickets', 'unknown-pairs']);
    expect(await events('alarm')).toEqual([
      ['clock', 'alarm.raised', { alarm: 1, kind: 'shop-tickets', shopId: shop }],
      ['clock', 'alarm.raised', { alarm: 2, kind: 'unknown-pairs', shopId: null }],
      [ola.id, 'alarm.acknowledged', { alarm: 1 }],
      ['clock', 'alarm.raised', { alarm: 3, kind: 'shop-tickets', shopId: shop }],
    ]);
  });

  test('that is not there is not found', async () => {
    expect((await ola.tell('/alarms/9/acknowledgement', {})).status).toBe(404);
  });
});

describe('“it is this shop”', () => {
  const proofOf = async (number: string) => {
    const { proof, isVouched } = (await ola.ticket(number)).ticket;
    return [proof, isVouched];
  };

  test('proves a ticket, and taken back leaves it as it came', async () => {
    const { number } = await aCustomer(api);
    expect(await proofOf(number)).toEqual(['unverified', false]);
    expect((await ola.tell(`/tickets/${number}/vouch`, { isVouched: true })).status).toBe(204);
    expect(await proofOf(number)).toEqual(['vouched', true]);
    expect((await marek.tell(`/tickets/${number}/vouch`, { isVouched: true })).status).toBe(204);
    expect((await ola.tell(`/tickets/${number}/vouch`, { isVouched: false })).status).toBe(204);
    expect(await proofOf(number)).toEqual(['unverified', false]);
    expect(await events('ticket.vouch')).toEqual([
      [ola.id, 'ticket.vouched', { from: 'unverified' }],
      [ola.id, 'ticket.vouch-ended', { to: 'unverified' }],
    ]);
  });

  test('adds nothing to a ticket of a session', async () => {
    const session = await aSession(api, await aSecret(api));
    const headers = { 'Idempotency-Key': newKey(), Authorization: `Bearer ${session}` };
    const sent = await api.app.request('/api/v1/tickets', post(aTicket(), headers));
    const { number } = (await sent.json()) as { number: string };
    expect(await proofOf(number)).toEqual(['verified', null]);
    expect((await ola.tell(`/tickets/${number}/vouch`, { isVouched: true })).status).toBe(409);
  });
});
