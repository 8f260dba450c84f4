import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/identity/token.ts';
import { changeShopAddress } from '../../../src/shops/move-shop.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { aTicket, EXPIRED, newKey, post, RESOLD, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });

async function shopId({ supportNumber } = ZURAW): Promise<number> {
  const { shops } = (await (await ola.ask(`/shops?q=${supportNumber}`)).json()) as { shops: { id: number }[] };
  return shops[0]?.id ?? 0;
}

async function call(otherwise: object = {}, key = newKey()): Promise<Response> {
  const body = {
    shop: await shopId(),
    topic: 'outage',
    subject: 'Sklep pokazuje białą stronę',
    description: 'Od rana nie da się kupić.',
    contact: { email: 'biuro@ksiegarnia-zuraw.pl', name: 'Anna Żuraw', phone: '600 100 200' },
    outage: { facts: ['shop-down'] },
    ...otherwise,
  };
  return ola.tell('/tickets', body, { 'Idempotency-Key': key });
}

async function numberOf(response: Response): Promise<string> {
  expect(response.status).toBe(201);
  return ((await response.json()) as { number: string }).number;
}

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('a call that an agent writes down (R10)', () => {
  test('is an outage with the caller’s words, and the audit says who took it', async () => {
    const number = await numberOf(await call());
    expect(numbersIn(await ola.queue(), 'outages')).toEqual([number]);
    const { ticket, messages, audit } = await ola.ticket(number);
    expect(ticket).toMatchObject({
      channel: 'phone',
      proof: 'phone',
      isOutage: true,
      outageFacts: ['shop-down'],
      answerBy: '2026-11-25T09:00:00Z',
      unseen: 0,
      contact: { email: 'biuro@ksiegarnia-zuraw.pl', name: 'Anna Żuraw', phone: '600 100 200' },
    });
    expect(messages.map(({ kind, author, text }) => [kind, author, text])).toEqual([
      ['customer', 'Anna Żuraw', 'Od rana nie da się kupić.'],
    ]);
    expect(audit).toMatchObject([
      { actor: ola.id, action: 'ticket.opened', details: { channel: 'phone' } },
      { actor: ola.id, action: 'ticket.assigned', details: { from: null, to: ola.id } },
    ]);
  });

  test('without any fact waits in the queue with the form', async () => {
    const number = await numberOf(await call({ outage: { facts: [] }, topic: 'configuration' }));
    const form = await aCustomer(api);
    expect(numbersIn(await ola.queue(), 'outages')).toEqual([]);
    expect(numbersIn(await ola.queue(), 'queue')).toEqual([number, form.number]);
  });

  test('without any fact is an outage by the agent’s tick', async () => {
    const number = await numberOf(await call({ outage: { facts: [], isOutage: true } }));
    expect(numbersIn(await ola.queue(), 'outages')).toEqual([number]);
    expect((await ola.ticket(number)).ticket.outageFacts).toEqual([]);
  });

  test('belongs to who wrote it down', async () => {
    const number = await numberOf(await call());
    expect((await ola.queue()).counts).toEqual({ all: 1, mine: 1, unassigned: 0, outages: 0 });
    expect((await ola.ticket(number)).ticket.assignee).toMatchObject({ id: ola.id });
  });

  test('is the same call after an upgrade: what the first release hashed under its key still fits', async () => {
    const key = newKey();
    const number = await numberOf(await call({}, key));
    const { supportNumber, installUrl } = ZURAW;
    // As release 0.1.0 wrote it, field by field in this order.
    const hashed = `{"topic":"outage","subject":"Sklep pokazuje białą stronę","description":"Od rana nie da się kupić.","contact":{"email":"biuro@ksiegarnia-zuraw.pl","name":"Anna Żuraw","phone":"600 100 200"},"outage":{"facts":["shop-down"]},"supportNumber":"${supportNumber}","installUrl":"${installUrl}","ticketToken":null,"takenBy":"${ola.id}"}`;
    await api.store
      .updateTable('idempotency_keys')
      .set({ request_hash: sha256(hashed) })
      .where('key', '=', key)
      .execute();
    expect(await numberOf(await call({}, key))).toBe(number);
    expect(await codeOf(await call({ subject: 'Coś innego' }, key))).toEqual([422, 'idempotency-key-reused']);
  });

  test('is the same call when its shop has moved between two attempts', async () => {
    const key = newKey();
    const body = { shop: await shopId() };
    const first = await (await call(body, key)).text();
    await changeShopAddress(deps(), { ...body, address: 'https://zuraw.example' }, ola.id);
    expect(await (await call(body, key)).text()).toBe(first);
    expect((await ola.queue()).counts.all).toBe(1);
  });

  test('is stored once however often it comes, and not under a key of something else', async () => {
    const key = newKey();
    const [first, second] = [await call({}, key), await call({}, key)];
    expect(await second.text()).toBe(await first.text());
    expect(await codeOf(await call({ subject: 'Coś innego' }, key))).toEqual([422, 'idempotency-key-reused']);
    expect((await ola.queue()).counts.all).toBe(1);
  });

  test('opens to a session of its shop, to nobody else', async () => {
    const number = await numberOf(await call());
    const read = (bearer: string) =>
      api.app.request(`/api/v1/tickets/${number}`, { headers: { Authorization: `Bearer ${bearer}` } });
    expect((await read(await aSession(api, await aSecret(api)))).status).toBe(200);
    expect((await read('a'.repeat(43))).status).toBe(404);
    const hashes = await api.store.selectFrom('tickets').select('token_hash').execute();
    expect(hashes[0]?.token_hash).toBe('');
    expect(api.logLines.join()).not.toContain('Anna');
  });

  test.each([
    ['expired', EXPIRED, 'support-expired'],
    ['not bought directly', RESOLD, 'not-bought-directly'],
  ])('of a shop whose support is %s passes only with a topic that is always open', async (_, shop, code) => {
    const id = await shopId(shop);
    expect(await codeOf(await call({ shop: id }))).toEqual([403, code]);
    expect((await ola.queue()).counts.all).toBe(0);
    await numberOf(await call({ shop: id, topic: 'security' }));
    if (code === 'support-expired') await numberOf(await call({ shop: id, topic: 'renewal' }));
    else expect(await codeOf(await call({ shop: id, topic: 'renewal' }))).toEqual([403, code]);
  });

  test('needs a shop of ours, a key and what is asked of every ticket', async () => {
    expect(await codeOf(await call({ shop: 999 }))).toEqual([404, 'not-found']);
    expect(await codeOf(await ola.tell('/tickets', {}))).toEqual([400, 'idempotency-key-missing']);
    for (const wrong of [
      { subject: 'ab' },
      { description: ' ' },
      { contact: { email: 'nikt' } },
      { outage: { facts: ['fire'] } },
      { shop: -1 },
      { ticketToken: 'a'.repeat(43) },
    ]) {
      expect(await codeOf(await call(wrong))).toEqual([422, 'invalid-request']);
    }
  });
});

describe('how far a sender is proven', () => {
  async function proofOf(headers: Record<string, string>): Promise<[string, string]> {
    const response = await api.app.request(
      '/api/v1/tickets',
      post(aTicket(), { 'Idempotency-Key': newKey(), ...headers }),
    );
    const { ticket } = await ola.ticket(await numberOf(response));
    return [ticket.channel, ticket.proof];
  }

  test('a session of the shop proves it, a page of its address makes it likely, anything else does neither', async () => {
    const session = await aSession(api, await aSecret(api));
    expect(await proofOf({ Authorization: `Bearer ${session}` })).toEqual(['panel', 'verified']);
    expect(await proofOf({ Origin: 'https://ksiegarnia-zuraw.pl' })).toEqual(['panel', 'panel']);
    expect(await proofOf({ Origin: 'https://evil.example' })).toEqual(['form', 'unverified']);
    expect(await proofOf({})).toEqual(['form', 'unverified']);
  });

  test('a ticket that took in an unproven one is unproven', async () => {
    const session = await aSession(api, await aSecret(api));
    const [proven, other] = [
      await numberOf(
        await api.app.request(
          '/api/v1/tickets',
          post(aTicket(), { 'Idempotency-Key': newKey(), Authorization: `Bearer ${session}` }),
        ),
      ),
      (await aCustomer(api)).number,
    ];
    expect((await ola.tell(`/tickets/${other}/merge`, { into: proven })).status).toBe(204);
    expect((await ola.ticket(proven)).ticket.proof).toBe('unverified');
  });

  test('a ticket of the widget without a session is not said to be proven', async () => {
    const anna = await aCustomer(api);
    expect((await ola.ticket(anna.number)).ticket.proof).toBe('unverified');
  });
});
