import { SqliteError } from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openApiDocument } from '../../../src/api/docs/openapi/document.ts';
import type { FileScan } from '../../../src/contract/lists.ts';
import { openTicket, type TicketReceipt } from '../../../src/contract/tickets/open-ticket.ts';
import { addBlock, liftBlock } from '../../../src/guard/blocks.ts';
import { makeApiKey } from '../../../src/identity/api-keys.ts';
import { linkKey } from '../../../src/identity/mail-marks.ts';
import type { ShopSecret } from '../../../src/identity/make-shop-secret.ts';
import { sha256 } from '../../../src/identity/token.ts';
import { endShop } from '../../../src/shops/end-shop.ts';
import { setSignature } from '../../../src/shops/set-signature.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import { findShopByNumber } from '../../../src/store/shops.ts';
import { insertUpload } from '../../../src/store/uploads.ts';
import { agentReplies } from '../../support/agent-writes.ts';
import { aSecret, aSession, claims, sign } from '../../support/an-assertion.ts';
import { CheckedAnswers } from '../../support/checked-answers.ts';
import { PNG } from '../../support/customer.ts';
import { aPng } from '../../support/picture-headers.ts';
import { aTicket, EXPIRED, newKey, post, RESOLD, ROWERY, ZURAW } from '../../support/requests.ts';
import { MARK_KEY, NOW, type Service, service } from '../../support/service.ts';

const document = openApiDocument('http://localhost');
const checked = new CheckedAnswers(document);
const TOKEN = 'a'.repeat(43);
const UPLOAD = 'u'.repeat(22);

const A_SALE = {
  installUrl: ZURAW.installUrl,
  edition: 'PREMIUM',
  purchasedOn: '2026-09-14',
  supportMonths: 6,
  shopName: 'Księgarnia Żuraw',
  contactEmail: 'biuro@ksiegarnia-zuraw.pl',
};

const asToken = { Authorization: `Bearer ${TOKEN}` };
const anyKey = () => ({ 'Idempotency-Key': newKey() });
const part = (content: Uint8Array, otherwise: Record<string, string> = {}): RequestInit => ({
  method: 'PUT',
  body: new Uint8Array(content),
  headers: {
    ...asToken,
    'Content-Range': `bytes 0-${content.length - 1}/${content.length}`,
    'X-File-Name': 'zrzut%20ekranu.png',
    'X-Support-Number': ZURAW.supportNumber,
    'X-Install-Url': ZURAW.installUrl,
    ...otherwise,
  },
});

let api: Service;
let number: string;
let ticket: string;
let spare: string;
let secret: ShopSecret;
let asShop: { Authorization: string };
let asSystem: { Authorization: string };

/** Asks, holds the answer to the document, and says how it ended: the status, and the code of a refusal. */
async function ask(path: string, init?: RequestInit, app = api.app): Promise<string> {
  const response = await checked.ask(app, `/api/v1${path}`, init);
  const { code } = response.status >= 400 ? ((await response.json()) as { code: string }) : {};
  return code ? `${response.status} ${code}` : String(response.status);
}

beforeAll(async () => {
  api = await service();
  await api.app.request(`/api/v1/uploads/${UPLOAD}`, part(PNG));
  const body = aTicket({ ticketToken: TOKEN, attachments: [UPLOAD] });
  const opened = await api.app.request(openTicket.path, post(body, anyKey()));
  number = ((await opened.json()) as TicketReceipt).number;
  ticket = `/tickets/${number}`;
  const another = await api.app.request(openTicket.path, post(aTicket({ ticketToken: TOKEN }), anyKey()));
  spare = ((await another.json()) as TicketReceipt).number;
  secret = await aSecret(api);
  const deps = { store: api.store, now: () => api.clock.now };
  const made = await makeApiKey(deps, { name: 'Zamówienia', scopes: ['registry:write'] }, 'operator');
  asSystem = { Authorization: `Bearer ${made?.key}` };
  asShop = { Authorization: `Bearer ${await aSession(api, secret)}` };
});
afterAll(() => api.discard());

/** A good request for each operation. */
const GOOD: Record<string, () => [path: string, init: RequestInit]> = {
  readShopStatus: () => ['/shop-status', post(ZURAW)],
  readHelpState: () => ['/help-state', {}],
  openTicket: () => ['/tickets', post(aTicket(), anyKey())],
  readTicket: () => [ticket, { headers: asToken }],
  addMessage: () => [`${ticket}/messages`, post({ text: 'Jeszcze jedno.' }, { ...asToken, ...anyKey() })],
  changeStatus: () => [`${ticket}/status`, post({ status: 'solved' }, { ...asToken, ...anyKey() })],
  markSeen: () => [`${ticket}/seen`, post({ messages: 1 }, asToken)],
  listTickets: () => ['/tickets', { headers: asShop }],
  countUnread: () => ['/unread', post({ tickets: [{ number, token: TOKEN }] })],
  putUpload: () => [`/uploads/${crypto.randomUUID().slice(0, 22)}`, part(PNG)],
  getAttachment: () => [`/attachments/${UPLOAD}`, { headers: asToken }],
  openSession: () => ['/session', post({ token: sign(claims(), secret) })],
  openTicketLink: () => ['/ticket-links', post({ number, key: linkKey(MARK_KEY, number, 1) })],
  restoreTicketLink: () => ['/ticket-links/restore', post({ number, email: 'biuro@ksiegarnia-zuraw.pl' })],
  makeTicketLink: () => [`${ticket}/link`, post({}, asToken)],
  readRegistryShop: () => ['/registry/shops/7KcWt9Ru', { headers: asSystem }],
  putRegistryShop: () => ['/registry/shops/7KcWt9Ru', { ...post(A_SALE, asSystem), method: 'PUT' }],
  addRegistryPackage: () => ['/registry/shops/7KcWt9Ru/packages', post({ id: newKey(), months: 3 }, asSystem)],
  // That of a ticket which nobody opens by a link here.
  revokeTicketLinks: () => [`/tickets/${spare}/links`, { method: 'DELETE', headers: asToken }],
};

function good(id: string): [path: string, init: RequestInit] {
  const request = GOOD[id];
  if (!request) throw new Error(`There is no good request for ${id}`);
  return request();
}

const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
const readJson = operations.filter(({ requestBody }) => requestBody?.content['application/json']);
const takeKey = operations.filter(({ parameters }) => parameters.some(({ $ref }) => $ref.endsWith('/idempotencyKey')));
const idsOf = (group: typeof operations) => group.map(({ operationId }) => operationId);

test('every operation has a good request here', () => {
  expect(Object.keys(GOOD).toSorted()).toEqual(idsOf(operations).toSorted());
});

describe('every answer is as documented', () => {
  test.each(Object.keys(GOOD))('%s succeeds', async (id) => {
    const [path, init] = good(id);
    expect(await ask(path, init)).toMatch(/^20[0124]$/);
  });

  test.each(idsOf(readJson))('%s refuses bodies that are no JSON, too large, or strange', async (id) => {
    const [path, init] = good(id);
    const headers = init.headers as Record<string, string>;
    expect(await ask(path, { ...init, body: '{' })).toBe('400 malformed-json');
    expect(await ask(path, { ...init, body: '{"strange":1}' })).toBe('422 invalid-request');
    expect(await ask(path, { ...init, body: `"${'x'.repeat(300_000)}"` })).toBe('413 too-large');
    const plain = { ...init, headers: { ...headers, 'Content-Type': 'text/plain' } };
    expect(await ask(path, plain)).toBe('415 unsupported-media-type');
  });

  test.each(idsOf(takeKey))('%s needs a key, and a new one for a new thing', async (id) => {
    const [path, init] = good(id);
    const withKey = (key: string): RequestInit => ({
      ...init,
      headers: { ...(init.headers as object), 'Idempotency-Key': key },
    });
    expect(await ask(path, withKey(''))).toBe('400 idempotency-key-missing');
    const key = newKey();
    const other = aTicket({ subject: 'Pod tym kluczem jest co innego' });
    expect(await ask('/tickets', post(other, { 'Idempotency-Key': key }))).toBe('201');
    expect(await ask(path, withKey(key))).toBe('422 idempotency-key-reused');
  });

  test.each([
    'readTicket',
    'addMessage',
    'changeStatus',
    'markSeen',
    'getAttachment',
    'makeTicketLink',
    'revokeTicketLinks',
  ])('%s finds nothing for a stranger', async (id) => {
    const [path, init] = good(id);
    const headers = { ...(init.headers as object), Authorization: `Bearer ${'z'.repeat(43)}` };
    expect(await ask(path, { ...init, headers })).toBe('404 not-found');
  });

  test('a wrong key of a link opens nothing', async () => {
    expect(await ask('/ticket-links', post({ number, key: 'a'.repeat(32) }))).toBe('404 not-found');
  });

  test('a ticket is opened for shops with support only', async () => {
    const open = (otherwise: object) => ask('/tickets', post(aTicket(otherwise), anyKey()));
    expect(await open({ supportNumber: 'NieMaGo1' })).toBe('403 shop-unrecognised');
    expect(await open(EXPIRED)).toBe('403 support-expired');
    expect(await ask('/tickets', post(aTicket(ROWERY), { ...anyKey(), ...asShop }))).toBe('403 shop-mismatch');
    const shopId = (await findShopByNumber(api.store, ROWERY.supportNumber))?.id ?? 0;
    await setSignature({ store: api.store, now: () => NOW }, shopId, 'required', 'operator');
    expect(await open(ROWERY)).toBe('403 signature-required');
    expect(await open(RESOLD)).toBe('403 not-bought-directly');
    expect(await open({ attachments: ['x'.repeat(22)] })).toBe('422 invalid-request');
    expect(await ask('/tickets', post(aTicket(), { ...anyKey(), ...asShop }))).toBe('201');
  });

  test('where a shop stands, whatever shop it is, in both languages', async () => {
    for (const identity of [EXPIRED, RESOLD, ROWERY, { ...ZURAW, supportNumber: 'NieMaGo1' }]) {
      expect(await ask('/shop-status', post(identity, { 'Accept-Language': 'en' }))).toBe('200');
    }
  });

  test('a thread with answers and files, and again while nothing changed', async () => {
    const deps = { store: api.store, now: () => NOW };
    const action = { number, actor: 'agent:1', author: 'Piotr' };
    await agentReplies(deps, action as Parameters<typeof agentReplies>[1], { text: 'Już działa.', status: 'solved' });
    const response = await checked.ask(api.app, `/api/v1${ticket}`, { headers: asToken });
    const headers = { ...asToken, 'If-None-Match': response.headers.get('ETag') ?? '' };
    expect(await ask(ticket, { headers })).toBe('304');
    expect(await ask(ticket, { headers: asShop })).toBe('200');
    expect(await ask('/unread', post({}, asShop))).toBe('200');
  });

  test('a move that makes no sense any more', async () => {
    const opened = await api.app.request(openTicket.path, post(aTicket(), anyKey()));
    const { number: fresh } = (await opened.json()) as TicketReceipt;
    const move = post({ status: 'in-progress' }, { ...asToken, ...anyKey() });
    expect(await ask(`/tickets/${fresh}/status`, move)).toBe('409 conflict');
  });

  test('a thread that is full', async () => {
    const opened = await api.app.request(openTicket.path, post(aTicket({ ticketToken: TOKEN }), anyKey()));
    const { number: long } = (await opened.json()) as TicketReceipt;
    await api.store.updateTable('tickets').set({ message_count: 1000 }).where('number', '=', long).execute();
    expect(await ask(`/tickets/${long}/messages`, post({ text: 'x' }, { ...asToken, ...anyKey() }))).toBe(
      '409 thread-full',
    );
  });

  test('an assertion that proves nothing opens no session, and nothing is counted for it', async () => {
    expect(await ask('/session', post({ token: 'a.b.c' }))).toBe('401 unauthorised');
    expect(await ask('/unread', post({ token: 'a.b.c' }))).toBe('401 unauthorised');
  });

  test('the list of a shop is for its session, page by page', async () => {
    expect(await ask('/tickets')).toBe('401 unauthorised');
    expect(await ask('/tickets?cursor=x', { headers: asShop })).toBe('422 invalid-request');
    expect(await ask('/tickets?cursor=1', { headers: asShop })).toBe('200');
  });

  test('the registry, for systems with a key of its scope', async () => {
    const put = (changed: object, shop = ZURAW.supportNumber, headers: object = asSystem) =>
      ask(`/registry/shops/${shop}`, { ...post({ ...A_SALE, ...changed }, { ...headers }), method: 'PUT' });
    const bought = (body: object, shop = ZURAW.supportNumber, headers: object = asSystem) =>
      ask(`/registry/shops/${shop}/packages`, post(body, { ...headers }));
    const deps = { store: api.store, now: () => NOW };
    const unscoped = await makeApiKey(deps, { name: 'Czytnik', scopes: ['registry:read'] }, 'operator');
    const asReader = { Authorization: `Bearer ${unscoped?.key}` };
    await api.store.updateTable('api_keys').set({ scopes: '[]' }).where('name', '=', 'Czytnik').execute();
    for (const [headers, end] of [
      [{}, '401 unauthorised'],
      [asReader, '403 scope-missing'],
    ] as const) {
      expect(await ask('/registry/shops/7KcWt9Ru', { headers })).toBe(end);
      expect(await put({}, undefined, headers)).toBe(end);
      expect(await bought({ id: 'x', months: 3 }, undefined, headers)).toBe(end);
    }
    expect(await put({ installUrl: 'https://nowy.pl', panelUrls: ['panel.nowy.pl'] }, 'Nowy0001')).toBe('201');
    expect(await put({ panelUrls: ['panel.nowy.pl'] })).toBe('409 address-taken');
    expect(await ask('/registry/shops/NieMaGo1', { headers: asSystem })).toBe('404 not-found');
    const aPackage = { id: 'ZAM/1', months: 3 };
    expect(await bought(aPackage, 'NieMaGo1')).toBe('404 not-found');
    expect(await bought(aPackage, RESOLD.supportNumber)).toBe('403 not-bought-directly');
    expect(await bought(aPackage)).toBe('201');
    expect(await bought(aPackage)).toBe('200');
    expect(await bought({ ...aPackage, months: 6 })).toBe('422 idempotency-key-reused');
    const gone = await findShopByNumber(api.store, 'Nowy0001');
    if (gone) await endShop(api.store, gone, 'operator', NOW);
    expect(await bought({ id: 'ZAM/2', months: 3 }, 'Nowy0001')).toBe('409 conflict');
  });

  test('parts of files', async () => {
    const put = (content: Uint8Array, otherwise?: Record<string, string>, id = 'p'.repeat(22)) =>
      ask(`/uploads/${id}`, part(content, otherwise));
    const whole = new Uint8Array(262_144).fill(0x41);
    const first = { 'Content-Range': 'bytes 0-262143/262150' };
    expect(await put(whole, first)).toBe('200');
    expect(await put(whole.fill(0x42), first)).toBe('409 conflict');
    expect(await put(whole, { ...first, Authorization: `Bearer ${'z'.repeat(43)}` })).toBe('404 not-found');
    expect(await put(PNG, { Authorization: '' })).toBe('401 unauthorised');
    expect(await put(PNG, { 'X-Support-Number': 'NieMaGo1' })).toBe('403 shop-unrecognised');
    const rowery = { 'X-Support-Number': ROWERY.supportNumber, 'X-Install-Url': ROWERY.installUrl };
    expect(await put(PNG, { ...rowery, ...asShop }, 'm'.repeat(22))).toBe('403 shop-mismatch');
    expect(await put(PNG, { 'Content-Range': 'bytes=0-1' })).toBe('422 invalid-request');
    expect(await put(new Uint8Array(300_000))).toBe('413 too-large');
    expect(await put(new Uint8Array(20), {}, 'b'.repeat(22))).toBe('415 file-kind-refused');
    expect(await put(aPng(15_000, 15_000), {}, 'w'.repeat(22))).toBe('422 pixels-exceeded');
  });

  test('a shop whose files wait for their messages in too large a number', async () => {
    await insertUpload(api.store, {
      id: 'q'.repeat(22),
      owner: `token:${sha256(TOKEN)}`,
      shop_id: 1,
      name: 'wielki.zip',
      type: 'application/zip',
      bytes: 120 * 1024 * 1024,
      received: 80 * 1024 * 1024,
      created_at: toInstantText(NOW),
      message_id: null,
      place: null,
    });
    expect(await ask(...good('putUpload'))).toBe('429 quota-exceeded');
    await api.store.deleteFrom('uploads').where('id', '=', 'q'.repeat(22)).execute();
  });

  test('a shop whose unproven senders are blocked', async () => {
    const block = { reason: 'zalew', until: NOW.add({ hours: 1 }) };
    const deps = { store: api.store, now: () => NOW };
    const added = await addBlock(deps, { subject: { kind: 'shop', shop: 1 }, ...block }, 'operator');
    const stranger = { Authorization: `Bearer ${'z'.repeat(43)}` };
    expect(await ask('/tickets', post(aTicket(), anyKey()))).toBe('403 sender-blocked');
    expect(await ask(`/uploads/${'y'.repeat(22)}`, part(PNG, stranger))).toBe('403 sender-blocked');
    await liftBlock(deps, 'id' in added ? added.id : 0, 'operator', true);
  });
});

test('a file that a scanner holds back says so', async () => {
  const scanned = (scan: FileScan) => api.store.updateTable('uploads').set({ scan }).where('id', '=', UPLOAD).execute();
  const ends = [];
  for (const scan of ['waiting', 'failed', 'refused', 'clean'] as const) {
    await scanned(scan);
    ends.push(await ask(...good('getAttachment')));
  }
  expect(ends).toEqual(['409 file-unscanned', '409 file-unscanned', '403 file-refused', '200']);
});

test('an address that does not take the method says so, as documented', async () => {
  const response = await api.app.request(openTicket.path, { method: 'DELETE' });
  const at = ['components', 'responses', 'method-not-allowed', 'content', 'application/problem+json', 'schema'];
  expect(response.status).toBe(405);
  expect(checked.matches(at, await response.json())).toBe(true);
});

describe('when the store fails', () => {
  let broken: Service;
  beforeAll(async () => {
    broken = await service();
  });
  afterAll(() => broken.discard());
  beforeEach(() => vi.restoreAllMocks());

  /** Every way into the store throws from now on. */
  function breakStore(error: Error): void {
    for (const way of ['selectFrom', 'insertInto', 'updateTable', 'transaction'] as const) {
      vi.spyOn(broken.store, way).mockImplementation(() => {
        throw error;
      });
    }
  }

  test.each(Object.keys(GOOD))('%s says so', async (id) => {
    breakStore(new SqliteError('database is locked', 'SQLITE_BUSY'));
    const [path, init] = good(id);
    expect(await ask(path, init, broken.app)).toBe('503 unavailable');
    vi.restoreAllMocks();
    breakStore(new Error('a fault'));
    expect(await ask(path, init, broken.app)).toBe('500 internal');
    vi.restoreAllMocks();
  });
});

// Limits have tests of their own. Looks back at all tests above; alone it has nothing to look at.
test('every documented way to end was seen', () => {
  const documented = operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, { content = {} }]) => {
      const codes = Object.keys(content['application/problem+json']?.examples ?? {});
      const ends = codes.length > 0 ? codes.map((code) => `${status} ${code}`) : [status];
      return ends.filter((end) => end !== '429 rate-limited').map((end) => `${operationId} ${end}`);
    }),
  );
  expect(documented.filter((end) => !checked.seen.has(end))).toEqual([]);
});

describe('an answer that is not as documented is found out', () => {
  const answering = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
    ({
      request: async () =>
        new Response(body === null ? null : JSON.stringify(body), {
          status,
          headers: { 'X-Request-Id': crypto.randomUUID(), 'Content-Type': 'application/json', ...headers },
        }),
    }) as unknown as Service['app'];
  const count = (app: Service['app']) => checked.ask(app, '/api/v1/unread', post({}));

  test.each<[string, Service['app'], RegExp]>([
    ['a field too many', answering({ unread: 1, secret: 2 }), /additional properties/],
    ['a field too few', answering({}), /required property 'unread'/],
    ['a field of another type', answering({ unread: '1' }), /must be integer/],
    ['another status', answering({ unread: 1 }, 201), /201, which is not in the document/],
    ['another media type', answering({ unread: 1 }, 200, { 'Content-Type': 'text/html' }), /is text\/html/],
    ['no request id', answering({ unread: 1 }, 200, { 'X-Request-Id': '' }), /X-Request-Id/],
  ])('%s', async (_, app, reason) => {
    await expect(count(app)).rejects.toThrow(reason);
  });

  test('an address that is not documented', async () => {
    await expect(checked.ask(api.app, '/api/v1/secrets')).rejects.toThrow('is not in the document');
  });

  test('a code that its operation may not give', async () => {
    const problem = { type: 'about:blank', title: 'x', status: 422, code: 'idempotency-key-reused' };
    const app = answering(problem, 422, { 'Content-Type': 'application/problem+json' });
    await expect(count(app)).rejects.toThrow(/allowed values/);
  });
});
