import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTicket, type TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import { isTicketNumber } from '../../../src/contract/tickets/ticket-number.ts';
import { countTickets } from '../../../src/store/tickets.ts';
import { aTicket, EXPIRED, newKey, post, RESOLD, ROWERY, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

async function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return api.app.request('/api/v1/tickets', post(body, { 'Idempotency-Key': newKey(), ...headers }));
}

async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['tickets', 'messages', 'idempotency_keys'] as const) {
    counts[table] = (await api.store.selectFrom(table).selectAll().execute()).length;
  }
  return counts;
}

describe('a ticket from the panel', () => {
  test('gets a number, a promised time and its place', async () => {
    const response = await send(aTicket(), { Origin: 'https://ksiegarnia-zuraw.pl' });
    expect(response.status).toBe(201);
    const receipt = openTicket.answer.parse(await response.json());
    expect(receipt).toEqual({
      number: '1000015',
      status: 'new',
      channel: 'panel',
      receivedAt: '2026-11-22T09:00:00Z',
      answerBy: '2026-11-25T09:00:00Z',
    });
    expect(response.headers.get('Location')).toBe('/api/v1/tickets/1000015');
  });

  test('is stored as typed, its token only as a hash, and leaves an audit line', async () => {
    const typed = aTicket({
      subject: '  <b>Żółć</b> & 😀 ',
      description: ' pierwsza\n\tdruga  \n',
      contact: { email: 'a@b.pl', name: 'Anna', phone: '600 100 200' },
      outage: { facts: ['shop-down', 'shop-down'] },
      diagnostics: { page: '/zarzadzanie/', shopVersion: '10.4.2' },
    });
    const { number } = (await (await send(typed)).json()) as TicketReceipt;
    const ticket = await api.store.selectFrom('tickets').selectAll().executeTakeFirstOrThrow();
    const message = await api.store.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
    const audit = await api.store.selectFrom('audit').selectAll().where('ticket_number', '=', number).execute();
    expect(ticket).toMatchObject({
      number,
      subject: typed.subject,
      contact_phone: '600 100 200',
      outage_facts: '["shop-down"]',
    });
    expect(JSON.parse(ticket.diagnostics ?? '')).toEqual(typed.diagnostics);
    expect(message).toMatchObject({
      ticket_number: number,
      sender: 'customer',
      author: 'Anna',
      text: typed.description,
    });
    expect(ticket.token_hash).not.toContain('aaaa');
    expect(audit.map(({ action }) => action)).toEqual(['ticket.opened']);
  });

  test('sent from elsewhere is a form ticket (R7)', async () => {
    const receipt = (await (await send(aTicket(), { Origin: 'https://example.org' })).json()) as TicketReceipt;
    expect(receipt.channel).toBe('form');
    expect(((await (await send(aTicket())).json()) as TicketReceipt).channel).toBe('form');
  });

  test('on a topic that is not covered is taken and marked (N8)', async () => {
    expect((await send(aTicket({ topic: 'N8' }))).status).toBe(201);
    const ticket = await api.store.selectFrom('tickets').selectAll().executeTakeFirstOrThrow();
    expect(ticket).toMatchObject({ covered: 0, scope_rule: 'N8' });
  });
});

describe('the same ticket again', () => {
  const key = 'the-same-key-0001';

  test('with the same key and body brings the same bytes and no second ticket', async () => {
    const first = await send(aTicket(), { 'Idempotency-Key': key });
    api.clock.now = api.clock.now.add({ hours: 500 });
    const reordered = Object.fromEntries(Object.entries(aTicket()).toReversed());
    const again = await send(JSON.stringify(reordered, null, 2), { 'Idempotency-Key': key });
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await countTickets(api.store)).toBe(1);
  });

  test('with the same key and another body is refused, and the refusal names no number', async () => {
    await send(aTicket(), { 'Idempotency-Key': key });
    const other = await send(aTicket({ subject: 'Inny temat' }), { 'Idempotency-Key': key });
    expect(other.status).toBe(422);
    const body = await other.text();
    expect(JSON.parse(body)).toMatchObject({ code: 'idempotency-key-reused' });
    expect(body).not.toContain('1000015');
    expect(await countTickets(api.store)).toBe(1);
  });

  test('after a refusal may use the same key: failures are not stored', async () => {
    const refused = await send(aTicket({ ...EXPIRED }), { 'Idempotency-Key': key });
    expect(refused.status).toBe(403);
    expect((await send(aTicket(), { 'Idempotency-Key': key })).status).toBe(201);
  });

  test('numbers have no gap, whatever was refused in between', async () => {
    const numbers: string[] = [];
    for (let round = 0; round < 5; round++) {
      numbers.push(((await (await send(aTicket())).json()) as TicketReceipt).number);
      await send(aTicket({ supportNumber: 'NieMaGo1' }));
    }
    expect(numbers.map((number) => Number(number.slice(0, -1)))).toEqual([100001, 100002, 100003, 100004, 100005]);
    expect(numbers.every(isTicketNumber)).toBe(true);
  });
});

describe('support is judged on arrival', () => {
  test('a number or an address that is not ours, or not of one shop: identical bytes', async () => {
    const strangers = [
      { ...ZURAW, supportNumber: 'NieMaGo1' },
      { ...ZURAW, supportNumber: ZURAW.supportNumber.replace('7', '1') },
      { ...ZURAW, installUrl: 'https://ksiegarnia.zuraw.pl' },
      { ...ZURAW, installUrl: 'https://example.org' },
      { ...ZURAW, installUrl: 'to nie jest adres' },
      { ...ROWERY, installUrl: 'http://hurt.rowery-kolo.pl/sklep' },
      { supportNumber: ZURAW.supportNumber, installUrl: ROWERY.installUrl },
      { ...EXPIRED, supportNumber: ZURAW.supportNumber },
    ];
    const answers = await Promise.all(strangers.map((identity) => send(aTicket(identity))));
    const seen = await Promise.all(
      answers.map(async (answer) => `${answer.status} ${answer.headers.get('Content-Type')} ${await answer.text()}`),
    );
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toContain('403 application/problem+json');
    expect(seen[0]).toContain('"code":"shop-unrecognised"');
  });

  test('a shop whose support is over is told its last day (R1)', async () => {
    const response = await send(aTicket(EXPIRED));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'support-expired', lastDay: '2026-02-28' });
  });

  test('but may always write of a security hole, with the promise; so may one bought elsewhere (A2)', async () => {
    for (const shop of [EXPIRED, RESOLD]) {
      const response = await send(aTicket({ ...shop, topic: 'security' }));
      expect(response.status).toBe(201);
      expect(((await response.json()) as TicketReceipt).answerBy).toBe('2026-11-25T09:00:00Z');
    }
  });

  test.each(['updates', 'renewal'] as const)(
    'and a direct buyer about %s, without a promise (C3, R4)',
    async (topic) => {
      const response = await send(aTicket({ ...EXPIRED, topic }));
      expect(response.status).toBe(201);
      expect(((await response.json()) as TicketReceipt).answerBy).toBeNull();
      expect((await send(aTicket({ ...RESOLD, topic }))).status).toBe(403);
    },
  );

  test('a shop bought elsewhere is sent to its seller (R3)', async () => {
    expect(await (await send(aTicket(RESOLD))).json()).toMatchObject({ code: 'not-bought-directly', status: 403 });
  });

  test('a breach of licence does not close the door (C3 only)', async () => {
    const breached = { supportNumber: 'u6ToV1Zg', installUrl: 'https://zlamana-licencja.pl' };
    expect((await send(aTicket(breached))).status).toBe(201);
  });
});

describe('bad input is refused with a path and a code, and nothing is stored', () => {
  const without = (field: string) => Object.fromEntries(Object.entries(aTicket()).filter(([name]) => name !== field));
  test.each<[string, unknown, string, string]>([
    ['no subject', without('subject'), 'subject', 'required'],
    ['a subject of spaces', aTicket({ subject: '     ' }), 'subject', 'too-short'],
    ['a long subject', aTicket({ subject: 'x'.repeat(201) }), 'subject', 'too-long'],
    ['a subject of two lines', aTicket({ subject: 'raz\ndwa' }), 'subject', 'control-character'],
    ['a subject that is an object', { ...aTicket(), subject: { type: 'b' } }, 'subject', 'wrong-type'],
    ['a subject that is an array', { ...aTicket(), subject: ['x'] }, 'subject', 'wrong-type'],
    ['a long description', aTicket({ description: 'x'.repeat(20_001) }), 'description', 'too-long'],
    ['a lone surrogate', aTicket({ description: 'a\ud800b' }), 'description', 'not-well-formed'],
    ['a NUL', aTicket({ description: 'a\u0000b' }), 'description', 'control-character'],
    ['an escape sequence', aTicket({ subject: 'a\u001b[31m' }), 'subject', 'control-character'],
    ['no such topic', { ...aTicket(), topic: 'N11' }, 'topic', 'not-allowed'],
    ['an e-mail address without host', aTicket({ contact: { email: 'anna@' } }), 'contact.email', 'wrong-format'],
    [
      'an e-mail address too long',
      aTicket({ contact: { email: `${'a'.repeat(250)}@b.pl` } }),
      'contact.email',
      'too-long',
    ],
    ['no contact', without('contact'), 'contact', 'required'],
    ['a support number with a space', aTicket({ supportNumber: '7KcW t9Ru' }), 'supportNumber', 'wrong-format'],
    ['five outage facts', { ...aTicket(), outage: { facts: Array(5).fill('shop-down') } }, 'outage.facts', 'too-long'],
    ['no such fact', { ...aTicket(), outage: { facts: ['x'] } }, 'outage.facts.0', 'not-allowed'],
    ['a short token', aTicket({ ticketToken: 'short' }), 'ticketToken', 'wrong-format'],
    ['a channel', { ...aTicket(), channel: 'panel' }, 'channel', 'unknown-field'],
    [
      'a priority in the contact',
      { ...aTicket(), contact: { email: 'a@b.pl', vip: true } },
      'contact.vip',
      'unknown-field',
    ],
    [
      'too much diagnostics',
      aTicket({ diagnostics: { a: 'x'.repeat(15_000), b: 'x'.repeat(2000) } }),
      'diagnostics',
      'too-long',
    ],
    ['a list', [], '', 'wrong-type'],
    ['a number', '1e400', '', 'wrong-type'],
    ['null', 'null', '', 'wrong-type'],
    [
      '__proto__ at the top',
      JSON.stringify(aTicket()).replace('{', '{"__proto__":{"vip":1},'),
      '__proto__',
      'unknown-field',
    ],
    [
      '__proto__ in a map',
      JSON.stringify(aTicket({ diagnostics: { page: 'x' } })).replace('"page"', '"__proto__"'),
      '__proto__',
      'unknown-field',
    ],
  ])('%s', async (_, body, path, code) => {
    const response = await send(body);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = (await response.json()) as { code: string; errors: unknown[] };
    expect([response.status, problem.code]).toEqual([422, 'invalid-request']);
    expect(problem.errors).toContainEqual({ path, code });
    expect(await rowCounts()).toEqual({ tickets: 0, messages: 0, idempotency_keys: 0 });
    expect(({} as Record<string, unknown>).vip).toBeUndefined();
  });

  test.each<[string, number, string, RequestInit]>([
    ['broken JSON', 400, 'malformed-json', post('{"a":')],
    ['nothing', 400, 'malformed-json', post('')],
    ['bytes that are not UTF-8', 400, 'malformed-json', { ...post(''), body: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['text/plain', 415, 'unsupported-media-type', post(aTicket(), { 'Content-Type': 'text/plain' })],
    [
      'iso-8859-2',
      415,
      'unsupported-media-type',
      post(aTicket(), { 'Content-Type': 'application/json; charset=iso-8859-2' }),
    ],
    ['300 kB', 413, 'too-large', post({ ...aTicket(), description: 'x'.repeat(300_000) })],
    ['no key', 400, 'idempotency-key-missing', post(aTicket(), { 'Idempotency-Key': '' })],
    ['a short key', 400, 'idempotency-key-missing', post(aTicket(), { 'Idempotency-Key': 'short' })],
    ['a long key', 400, 'idempotency-key-missing', post(aTicket(), { 'Idempotency-Key': 'x'.repeat(256) })],
    ['another method', 405, 'method-not-allowed', { method: 'DELETE' }],
  ])('%s', async (_, status, code, init) => {
    const headers = { 'Idempotency-Key': newKey(), ...(init.headers as Record<string, string>) };
    const response = await api.app.request('/api/v1/tickets', { ...init, headers });
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
    expect(await rowCounts()).toEqual({ tickets: 0, messages: 0, idempotency_keys: 0 });
  });
});

test('the log knows the route and the outcome, and nothing of the person', async () => {
  const typed = aTicket({ subject: 'Tajny temat', contact: { email: 'tajny@sklep.pl', phone: '600 100 200' } });
  const response = await send(typed, {
    Origin: 'https://ksiegarnia-zuraw.pl',
    'Idempotency-Key': 'tajny-klucz-000001',
  });
  const log = api.logLines.join('');
  const line = JSON.parse(api.logLines.at(-1) ?? '');
  expect(line).toMatchObject({ method: 'POST', route: '/api/v1/tickets', status: 201 });
  expect(response.headers.get('X-Request-Id')).toBe(line.requestId);
  for (const secret of ['Tajny', 'tajny', '600 100', typed.ticketToken, ZURAW.supportNumber, 'zuraw'])
    expect(log).not.toContain(secret);
});

test('any page may ask before it sends, without credentials', async () => {
  const preflight = await api.app.request('/api/v1/tickets', {
    method: 'OPTIONS',
    headers: {
      Origin: 'http://stary-panel.pl',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key');
  expect(preflight.headers.get('Access-Control-Max-Age')).toBe('7200');
});
