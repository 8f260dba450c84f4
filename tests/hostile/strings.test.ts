import { afterEach, beforeEach, expect, test } from 'vitest';
import { offeredName } from '../../src/attachments/offered-name.ts';
import { plainLine, plainName } from '../../src/contract/plain-line.ts';
import type { OpenTicketRequest } from '../../src/contract/tickets/open-ticket-request.ts';
import type { Ticket } from '../../src/contract/tickets/read-ticket.ts';
import { aCustomer, Customer, newToken, newUploadId, PNG, putPart } from '../support/customer.ts';
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import { aTicket, newKey, post } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';
import { TRIED_STRINGS } from '../support/tried-strings.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

/** What is stored of a line that is read out or dialled. */
const SEEN: Record<string, (text: string) => string> = { name: plainName, phone: plainLine };

/** Fields of a ticket that hold free text, and how to put a text there. */
const FREE_TEXT: Record<string, (text: string) => Partial<OpenTicketRequest>> = {
  subject: (subject) => ({ subject }),
  description: (description) => ({ description }),
  name: (name) => ({ contact: { email: 'a@b.pl', name } }),
  phone: (phone) => ({ contact: { email: 'a@b.pl', phone } }),
  diagnostics: (page) => ({ diagnostics: { page } }),
};

/** Every other place of the public API where a text can stand. */
const ELSEWHERE: Record<string, (text: string) => [path: string, init: RequestInit]> = {
  supportNumber: (supportNumber) => ['/tickets', keyed(aTicket({ supportNumber }))],
  installUrl: (installUrl) => ['/tickets', keyed(aTicket({ installUrl }))],
  topic: (topic) => ['/tickets', keyed({ ...aTicket(), topic })],
  email: (email) => ['/tickets', keyed(aTicket({ contact: { email } }))],
  ticketToken: (ticketToken) => ['/tickets', keyed({ ...aTicket(), ticketToken })],
  attachments: (id) => ['/tickets', keyed({ ...aTicket(), attachments: [id] })],
  'diagnostics key': (key) => ['/tickets', keyed({ ...aTicket(), diagnostics: { [key]: 'x' } })],
  'unknown field': (key) => ['/tickets', keyed({ ...aTicket(), [`x${key}`]: 1 })],
  shopVersion: (shopVersion) => ['/shop-status', post({ ...identity(), shopVersion })],
  'number in the path': (number) => [`/tickets/${encodeURIComponent(number.toWellFormed())}`, {}],
  'id in the path': (id) => [`/attachments/${encodeURIComponent(id.toWellFormed())}`, {}],
  cursor: (cursor) => [`/tickets?cursor=${encodeURIComponent(cursor.toWellFormed())}`, {}],
  unread: (number) => ['/unread', post({ tickets: [{ number, token: newToken() }] })],
  session: (token) => ['/session', post({ token })],
  'the whole body': (body) => ['/tickets', keyed(body)],
};

function identity() {
  const { supportNumber, installUrl } = aTicket();
  return { supportNumber, installUrl };
}

function keyed(body: unknown): RequestInit {
  return post(body, { 'Idempotency-Key': newKey() });
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await api.app.request(`/api/v1${path}`, init);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(response.headers.get('Content-Type') ?? 'application/json').toMatch(/^application\/(problem\+)?json/);
  return response;
}

test('there are more than five hundred, of which each is tried', () => {
  expect(HOSTILE_STRINGS.length).toBeGreaterThan(500);
  expect(new Set(TRIED_STRINGS).size).toBeGreaterThan(200);
});

test.each(Object.entries(FREE_TEXT))(
  'in %s: kept as typed or refused by name, never a fault',
  { timeout: 60_000 },
  async (field, fieldOf) => {
    let kept = 0;
    for (const text of TRIED_STRINGS) {
      const token = newToken();
      const response = await send('/tickets', keyed(aTicket({ ...fieldOf(text), ticketToken: token })));
      if (response.status === 422) continue;
      expect(response.status).toBe(201);
      kept += 1;
      const { number } = (await response.json()) as { number: string };
      const ticket = await new Customer(api, number, token).read();
      // Of a line that is read out or dialled, what cannot be seen is no part.
      expect(await storedText(field, ticket)).toBe((SEEN[field] ?? String)(text));
    }
    expect(kept).toBeGreaterThan(TRIED_STRINGS.length * 0.45);
  },
);

async function storedText(field: string, ticket: Ticket): Promise<string | null | undefined> {
  if (field === 'subject') return ticket.subject;
  if (field === 'description') return ticket.messages[0]?.text;
  if (field === 'name') return ticket.messages[0]?.author;
  const row = await api.store.selectFrom('tickets').selectAll().where('number', '=', ticket.number).executeTakeFirst();
  return field === 'phone' ? row?.contact_phone : JSON.parse(row?.diagnostics ?? '{}').page;
}

test('in a reply: kept as typed or refused', { timeout: 60_000 }, async () => {
  const customer = await aCustomer(api);
  const kept = [];
  for (const text of TRIED_STRINGS) {
    const response = await customer.write(text);
    expect([201, 422]).toContain(response.status);
    if (response.status === 201) kept.push(text);
  }
  expect(kept.length).toBeGreaterThan(TRIED_STRINGS.length * 0.55);
  expect((await customer.read()).messages.slice(1).map(({ text }) => text)).toEqual(kept);
});

test('as the name of a file: shown for what it is, as data, and no header is broken out of', {
  timeout: 60_000,
}, async () => {
  const customer = await aCustomer(api);
  let kept = 0;
  for (const name of TRIED_STRINGS) {
    const id = newUploadId();
    const response = await putPart(api, PNG, { id, bearer: customer.token, name: name.toWellFormed() });
    expect([200, 415, 422]).toContain(response.status);
    if (response.status !== 200) continue;
    kept += 1;
    const message = (await (await customer.write('plik', [id])).json()) as { attachments: { name: string }[] };
    expect(message.attachments[0]?.name).toBe(offeredName(name.toWellFormed(), 'image/png'));
    const file = await api.app.request(`/api/v1/attachments/${id}`, {
      headers: { Authorization: `Bearer ${customer.token}` },
    });
    expect([file.status, file.headers.get('Content-Type'), file.headers.get('Set-Cookie')]).toEqual([
      200,
      'image/png',
      null,
    ]);
    expect(file.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w%.!~-]+$/,
    );
  }
  expect(kept).toBeGreaterThan(TRIED_STRINGS.length * 0.45);
});

test.each(Object.entries(ELSEWHERE))('as %s: an answer, never a fault', { timeout: 60_000 }, async (_, requestWith) => {
  for (const text of TRIED_STRINGS) await send(...requestWith(text));
});

test('in headers: an answer, never a fault', { timeout: 60_000 }, async () => {
  // What cannot be in a header never reaches a server.
  const possible = TRIED_STRINGS.filter((text) => /^[\t\x20-\x7e\x80-\xff]+$/.test(text) && text.length < 8000);
  expect(possible.length).toBeGreaterThan(TRIED_STRINGS.length * 0.4);
  for (const text of possible) {
    const ofTicket = [
      'Authorization',
      'Idempotency-Key',
      'Origin',
      'Accept-Language',
      'If-None-Match',
      'X-Forwarded-For',
    ].map((name) => send('/tickets', post(aTicket(), { 'Idempotency-Key': newKey(), [name]: text })));
    const ofUpload = ['Content-Range', 'X-File-Name', 'X-Support-Number', 'X-Install-Url'].map((name) => {
      const headers = { Authorization: `Bearer ${newToken()}`, [name]: text };
      return send(`/uploads/${newUploadId()}`, { method: 'PUT', body: new Uint8Array(PNG), headers });
    });
    await Promise.all([...ofTicket, ...ofUpload]);
  }
});

test('every line of the log is still one line of JSON, and nothing of what was typed stands in it', async () => {
  for (const text of TRIED_STRINGS) {
    await send('/tickets', keyed(aTicket({ subject: `KANAREK ${text}` })));
    await send(`/tickets/${encodeURIComponent(`KANAREK${text}`.toWellFormed())}`, {});
  }
  expect(api.logLines.length).toBeGreaterThan(1.9 * TRIED_STRINGS.length);
  for (const line of api.logLines) expect(() => JSON.parse(line)).not.toThrow();
  expect(api.logLines.join('')).not.toContain('KANAREK');
});

test('JSON of other types where a string belongs is refused, and no prototype is touched', async () => {
  const vnode = { type: 'script', props: { children: 'alert(1)' }, __k: null, __e: null, constructor: undefined };
  const strangers: unknown[] = [
    vnode,
    {},
    [],
    [['a']],
    1,
    true,
    null,
    { toString: 'x' },
    { length: 5 },
    ['a', 'b'],
    { $gt: '' },
  ];
  const before = Object.getOwnPropertyNames(Object.prototype);
  for (const stranger of strangers) {
    for (const field of ['supportNumber', 'installUrl', 'topic', 'subject', 'description', 'ticketToken', 'contact']) {
      const response = await send('/tickets', keyed({ ...aTicket(), [field]: stranger }));
      expect(response.status).toBe(422);
    }
    for (const field of ['email', 'name', 'phone']) {
      const contact = { email: 'a@b.pl', [field]: stranger };
      expect((await send('/tickets', keyed({ ...aTicket(), contact }))).status).toBe(422);
    }
    expect((await send('/tickets', keyed(stranger))).status).toBe(422);
  }
  for (const raw of [
    '{"__proto__":{"polluted":true}}',
    `${JSON.stringify(aTicket()).slice(0, -1)},"__proto__":{"polluted":true}}`,
    `${JSON.stringify(aTicket()).slice(0, -1)},"constructor":{"prototype":{"polluted":true}}}`,
    `${JSON.stringify(aTicket()).slice(0, -1)},"diagnostics":{"__proto__":"x"}}`,
  ]) {
    expect((await send('/tickets', keyed(raw))).status).toBe(422);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
