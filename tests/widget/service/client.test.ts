import { HttpResponse } from 'msw';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import { createClient } from '../../../widget/service/client.ts';
import { unlisted } from '../../support/unlisted.ts';
import { stopClock } from '../../support/widget-models.ts';
import { anEntry, aReceipt, aShopStatus, ROWERY, ZURAW } from '../../support/widget-nouns.ts';
import { API, htmlPage, noNetwork, problem, serveShopStatus, serveTickets } from '../../support/widget-service.ts';

const client = createClient(API);

/** Repeated questions come without a pause. */
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));

/** An answer that breaks off in the middle. */
function brokenOff(answer: unknown, status: number): Response {
  const half = new TextEncoder().encode(JSON.stringify(answer).slice(0, 40));
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(half);
      controller.error(new Error('connection reset'));
    },
  });
  return new HttpResponse(body, { status, headers: { 'Content-Type': 'application/json' } });
}

describe('a ticket', () => {
  test('goes out as the very bytes of the entry, with its key, in Polish', async () => {
    const asked = serveTickets(aReceipt());
    const entry = anEntry();
    await client.openTicket(entry);
    expect(asked.map(({ body }) => body)).toEqual([entry.body]);
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toMatchObject({
      'idempotency-key': entry.key,
      'content-type': 'application/json',
      'accept-language': 'pl',
    });
  });

  test('is accepted by a receipt of ours, whatever else it says by now', async () => {
    serveTickets(() => HttpResponse.json({ ...aReceipt(), mood: 'sunny' }, { status: 201 }));
    expect(await client.openTicket(anEntry())).toMatchObject({ outcome: 'ok', value: aReceipt() });
  });

  test.each([
    'shop-unrecognised',
    'support-expired',
    'not-bought-directly',
    'not-found',
    'too-large',
    'invalid-request',
    'idempotency-key-reused',
  ] as const)('is refused by our own %s', async (code) => {
    serveTickets(() => problem(code));
    expect(await client.openTicket(anEntry())).toMatchObject({ outcome: 'refused', code });
  });

  test('is refused by a conflict with a code that this build does not know', async () => {
    serveTickets(() => HttpResponse.json({ code: 'conflict' }, { status: 409 }));
    expect(await client.openTicket(anEntry())).toMatchObject({ outcome: 'refused', code: 'conflict' });
  });

  test.each<[string, () => Response]>([
    ['a wrong check digit', () => HttpResponse.json(aReceipt({ number: '1000016' }), { status: 201 })],
    ['a number that is none', () => HttpResponse.json(aReceipt({ number: '' }), { status: 201 })],
    ['a receipt without a number', () => HttpResponse.json({ ...aReceipt(), number: undefined }, { status: 201 })],
    ['JSON of somebody else', () => HttpResponse.json({ ok: true }, { status: 201 })],
    ['a page with status 200, as hotel networks send', () => htmlPage(200)],
    ['an empty answer', () => new HttpResponse(null, { status: 204 })],
    ['a page of a proxy, 502', () => htmlPage(502)],
    ['a page of a proxy, 403', () => htmlPage(403)],
    ['a page of a proxy, 404', () => htmlPage(404)],
    ['our own failure, 500', () => problem('internal')],
    ['no network', noNetwork],
    ['a receipt that breaks off', () => brokenOff(aReceipt(), 201)],
    ['a refusal that breaks off', () => brokenOff({ title: 'The support period is over', code: 'x' }, 403)],
  ])('stays unanswered by %s, and the client itself does not repeat it', async (_what, answer) => {
    const asked = serveTickets(answer);
    expect(await client.openTicket(anEntry())).toMatchObject({ outcome: 'unanswered', retryAfter: 0 });
    expect(asked).toHaveLength(1);
  });

  test.each([408, 425, 429, 503])(
    'stays unanswered by %i, even with a problem, and comes again when told',
    async (status) => {
      serveTickets(() => HttpResponse.json({ code: 'rate-limited' }, { status, headers: { 'Retry-After': '7' } }));
      expect(await client.openTicket(anEntry())).toMatchObject({ outcome: 'unanswered', retryAfter: 7 });
    },
  );

  test('goes with the session at hand, and without it after it was not taken', async () => {
    const access = { session: 's_1', shop: ZURAW };
    const asked = serveTickets(({ headers }) =>
      headers.has('Authorization') ? problem('unauthorised') : HttpResponse.json(aReceipt(), { status: 201 }),
    );
    const withSession = createClient(API, access);
    const entry = anEntry({ body: JSON.stringify(ZURAW) });
    expect(await withSession.openTicket(entry)).toMatchObject({ outcome: 'unanswered', retryAfter: 0 });
    expect(await withSession.openTicket(entry)).toMatchObject({ outcome: 'ok', value: aReceipt() });
    expect(asked.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer s_1', null]);
    expect(asked[0]?.body).toBe(asked[1]?.body);
  });

  test('of another shop than the session’s goes without it', async () => {
    const asked = serveTickets(aReceipt());
    const withSession = createClient(API, { session: 's_1', shop: ROWERY });
    await withSession.openTicket(anEntry({ body: JSON.stringify(ZURAW) }));
    expect(asked.map(({ headers }) => headers.get('Authorization'))).toEqual([null]);
  });

  test.each([
    ['a date to come', 'Sun, 22 Nov 2026 09:02:00 GMT', 120],
    ['a date that has passed', 'Sun, 22 Nov 2026 08:00:00 GMT', 0],
    ['more than a day, of which nobody waits longer', '999999999', 86_400],
    ['less than nothing', '-5', 0],
    ['no time at all', 'wkrótce', 0],
  ])('a Retry-After may be %s', async (_what, header, retryAfter) => {
    stopClock();
    serveTickets(() => htmlPage(503, { 'Retry-After': encodeURI(header).replaceAll('%20', ' ') }));
    expect(await client.openTicket(anEntry())).toMatchObject({ outcome: 'unanswered', retryAfter });
  });
});

describe("a shop's status", () => {
  const { support, topics, contacts } = aShopStatus();

  test('is asked for with all that is known of the shop', async () => {
    const asked = serveShopStatus(aShopStatus());
    expect(await client.readShopStatus({ ...ZURAW, shopVersion: '10.4.2' })).toEqual(aShopStatus());
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ ...ZURAW, shopVersion: '10.4.2' }]);
  });

  test('is taken with fields and values that this build does not know', async () => {
    const newer = aShopStatus({ support: { ...support, state: unlisted('paused') } });
    serveShopStatus(() => HttpResponse.json({ ...newer, mood: 'sunny', support: { ...newer.support, since: 2026 } }));
    expect(await client.readShopStatus(ZURAW)).toEqual(newer);
  });

  test('is asked for again after a failure that may pass', async () => {
    const answers = [noNetwork, () => problem('unavailable', { 'Retry-After': '0' })];
    const asked = serveShopStatus(() => answers.shift()?.() ?? HttpResponse.json(aShopStatus()));
    expect(await client.readShopStatus(ZURAW)).toEqual(aShopStatus());
    expect(asked).toHaveLength(3);
  });

  test('is not known when the third try fails too', async () => {
    const asked = serveShopStatus(() => htmlPage(502));
    expect(await client.readShopStatus(ZURAW)).toBeNull();
    expect(asked).toHaveLength(3);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['no object', 'active'],
    ['no support', { ...aShopStatus(), support: undefined }],
    ['days in words', { ...aShopStatus(), support: { ...support, daysLeft: 'sto' } }],
    ['topics that are no list', { ...aShopStatus(), topics: { ...topics } }],
    ['a topic without a label', { ...aShopStatus(), topics: [{ ...topics[0], label: null }] }],
    ['no address to write to', { ...aShopStatus(), contacts: { ...contacts, email: null } }],
  ])('is not known from %s', async (_what, answer) => {
    serveShopStatus(() => HttpResponse.json(answer as ShopStatus));
    expect(await client.readShopStatus(ZURAW)).toBeNull();
  });

  test.each<[string, () => Response]>([
    ['a page with status 200', () => htmlPage(200)],
    ['a page of a proxy, 403', () => htmlPage(403)],
    ['an answer that breaks off', () => brokenOff(aShopStatus(), 200)],
  ])('is not known from %s', async (_what, answer) => {
    serveShopStatus(answer);
    expect(await client.readShopStatus(ZURAW)).toBeNull();
  });
});
