import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { addressOf, createHttp, type Http, type Send, sendByFetch } from '../../browser/http.ts';
import { sendByKy } from '../../browser/send-by-ky.ts';
import { stopClock } from '../support/widget-models.ts';

const API = 'https://pomoc.example';
const path = '/api/v1/things/:number';
const readThing = { method: 'GET', path, answer: z.object({ name: z.string(), sizes: z.array(z.number()) }) };
const writeThing = { ...readThing, method: 'POST' };
const THING = { name: 'Żuraw', sizes: [1, 2] };
const params = { number: '1000015' };

const ROADS: [string, Send][] = [
  ['by fetch alone', sendByFetch],
  ['by ky', sendByKy],
];

interface Asked {
  method: string;
  url: string;
  headers: Headers;
  body: string;
  credentials: string;
  cache: string;
  keepalive: boolean;
}

let asked: Asked[];
/** Network and service: answers whatever is sent, until it is aborted. */
let answer: (asked: Asked) => Response | Promise<Response>;

beforeEach(() => {
  asked = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(network);
});

async function network(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(url, init);
  const { method, headers, credentials, cache, keepalive } = request;
  const question = { method, url: request.url, headers, body: await request.text(), credentials, cache, keepalive };
  request.signal.throwIfAborted();
  asked.push(question);
  return Promise.race([
    answer(question),
    new Promise<never>((_, reject) =>
      request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
    ),
  ]);
}

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

function page(status: number, headers: Record<string, string> = {}): Response {
  return new Response('<!doctype html><title>Strona</title>', { status, headers });
}

/** An answer that breaks off in the middle. */
function brokenOff(status: number): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"code":"conflict","na'));
      controller.error(new Error('connection reset'));
    },
  });
  return new Response(body, { status });
}

function noNetwork(): never {
  throw new TypeError('Failed to fetch');
}

describe.each(ROADS)('%s', (_road, send) => {
  let http: Http;
  beforeEach(() => {
    http = createHttp({ origin: API, credentials: 'omit', language: 'pl', send });
  });

  test('a good answer is read by its contract, with its status and ETag', async () => {
    answer = () => json({ ...THING, mood: 'sunny' }, 201, { ETag: '"7"' });
    expect(await http.call(readThing, { params })).toEqual({ outcome: 'ok', value: THING, status: 201, etag: '"7"' });
  });

  test('a value goes out as JSON under its key, for whom it is, in whose language', async () => {
    answer = () => json(THING);
    await http.call(writeThing, { params, json: { list: ['a', 1] }, bearer: 's_1', key: 'k'.repeat(22) });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        url: `${API}/api/v1/things/1000015`,
        body: '{"list":["a",1]}',
        credentials: 'omit',
        cache: 'no-store',
      },
    ]);
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer s_1',
      'idempotency-key': 'k'.repeat(22),
      'content-type': 'application/json',
      'accept-language': 'pl',
    });
  });

  test('what was written before goes out byte for byte, and so do bytes', async () => {
    answer = () => json(THING);
    await http.call(writeThing, { params, body: '{ "ż" :1}' });
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Range': 'bytes 0-2/3' };
    await http.call(writeThing, { params, body: new Blob(['abc']), headers, keepalive: true });
    expect(asked.map(({ body, keepalive }) => [body, keepalive])).toEqual([
      ['{ "ż" :1}', false],
      ['abc', true],
    ]);
    expect(asked[1]?.headers.get('content-type')).toBe('application/octet-stream');
    expect(asked[1]?.headers.get('content-range')).toBe('bytes 0-2/3');
  });

  test('nothing that was not asked for goes along', async () => {
    answer = () => json(THING);
    await http.call(readThing, { params, bearer: null, etag: '' });
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({ 'accept-language': 'pl' });
  });

  test('what is known is not read again', async () => {
    answer = ({ headers }) => new Response(null, { status: headers.get('If-None-Match') === '"7"' ? 304 : 500 });
    expect(await http.call(readThing, { params, etag: '"7"' })).toEqual({ outcome: 'unchanged' });
  });

  test('without a body to read, a good answer is null', async () => {
    answer = () => new Response(null, { status: 204 });
    expect(await http.call({ method: 'DELETE', path })).toEqual({ outcome: 'ok', value: null, status: 204, etag: '' });
  });

  test('a file comes as it is', async () => {
    answer = () => new Response('\u0000ż');
    const file = await http.read(readThing, { params }, (response) => response.blob());
    expect(file.outcome === 'ok' && (await file.value.text())).toBe('\u0000ż');
  });

  test.each([400, 401, 403, 404, 409, 413, 422])(
    'a problem with %i is a refusal, and tells all it says',
    async (status) => {
      answer = () => json({ code: 'conflict', received: 7 }, status);
      const problem = { code: 'conflict', received: 7 };
      expect(await http.call(readThing, { params })).toEqual({ outcome: 'refused', status, code: 'conflict', problem });
    },
  );

  test.each([408, 425, 429, 500, 503])(
    '%i is no answer, even with a problem, and says when to come',
    async (status) => {
      answer = () => json({ code: 'rate-limited' }, status, { 'Retry-After': '7' });
      const problem = { code: 'rate-limited' };
      const unanswered = { outcome: 'unanswered', retryAfter: 7, status, code: 'rate-limited', problem };
      expect(await http.call(readThing, { params })).toEqual(unanswered);
      expect(asked).toHaveLength(1);
    },
  );

  test.each<[string, () => Response, number | undefined]>([
    ['a page of a proxy, 502', () => page(502), 502],
    ['a page of a proxy, 401', () => page(401), 401],
    ['a page of a proxy, 403', () => page(403), 403],
    ['a problem without a code', () => json({ title: 'Not here' }, 404), 404],
    ['a problem that is null', () => json(null, 404), 404],
    ['a page with status 200, as hotel networks send', () => page(200), 200],
    ['JSON of somebody else', () => json({ ok: true }), 200],
    ['an empty answer', () => new Response(null, { status: 204 }), 204],
    ['an answer that breaks off', () => brokenOff(200), 200],
    ['a refusal that breaks off', () => brokenOff(409), 409],
    ['no network', noNetwork, undefined],
  ])('%s is no answer', async (_what, given, status) => {
    answer = given;
    expect(await http.call(readThing, { params })).toEqual({
      outcome: 'unanswered',
      retryAfter: 0,
      ...(status && { status }),
    });
    expect(asked).toHaveLength(1);
  });

  test('an answer that never comes is given up, and so is one that never ends', async () => {
    answer = () => new Promise<Response>(() => {});
    expect(await http.call(readThing, { params, timeout: 1 })).toEqual({ outcome: 'unanswered', retryAfter: 0 });
    answer = () => new Response(new ReadableStream());
    expect(await http.call(readThing, { params, timeout: 1 })).toEqual({ outcome: 'unanswered', retryAfter: 0 });
  });

  test('what nobody waits for is given up', async () => {
    answer = () => new Promise<Response>(() => {});
    const stop = new AbortController();
    const waiting = http.call(readThing, { params, signal: stop.signal });
    await expect.poll(() => asked).toHaveLength(1);
    stop.abort();
    expect(await waiting).toEqual({ outcome: 'unanswered', retryAfter: 0 });
    expect(await http.call(readThing, { params, signal: stop.signal })).toEqual({
      outcome: 'unanswered',
      retryAfter: 0,
    });
    expect(asked).toHaveLength(1);
  });
});

test.each([
  ['seconds', '7', 7],
  ['a date to come', 'Sun, 22 Nov 2026 09:02:00 GMT', 120],
  ['a date that has passed', 'Sun, 22 Nov 2026 08:00:00 GMT', 0],
  ['more than a day, of which nobody waits longer', '999999999', 86_400],
  ['less than nothing', '-5', 0],
  ['no time at all', 'soon', 0],
])('a Retry-After may be %s', async (_what, header, retryAfter) => {
  stopClock();
  answer = () => page(503, { 'Retry-After': header });
  const http = createHttp({ origin: API, credentials: 'omit' });
  expect(await http.call(readThing, { params })).toEqual({ outcome: 'unanswered', retryAfter, status: 503 });
});

test('an address has its values and its query, and nothing that is not there', () => {
  expect(addressOf('/a/:one/b/:two', { params: { one: 'ż/?', two: 7 }, query: {} })).toBe('/a/%C5%BC%2F%3F/b/7');
  expect(addressOf('/a', { query: { q: 'a b&c', cursor: null, shop: undefined, to: '' } })).toBe('/a?q=a%20b%26c&to=');
});

describe('where a service worker of the page may answer from its cache', () => {
  /** The addresses of two equal requests. */
  async function addressesOf(isControlled: boolean, endpoint: { method: string; path: string }, query = {}) {
    const controller = isControlled ? ({} as ServiceWorker) : null;
    vi.spyOn(navigator.serviceWorker, 'controller', 'get').mockReturnValue(controller);
    const sent: URL[] = [];
    const send = async (url: string) => {
      sent.push(new URL(url));
      return Response.json({});
    };
    const http = createHttp({ origin: API, credentials: 'omit', send });
    const bearer = 'secret-token';
    for (const params of [{ number: '1' }, { number: '1' }]) await http.call(endpoint, { params, query, bearer });
    return sent.map(({ href }) => href);
  }

  test('no two reads have the same address, nor does it hold a secret', async () => {
    const sent = await addressesOf(true, readThing, { cursor: 'ą' });
    expect(new Set(sent).size).toBe(2);
    for (const address of sent) expect(address).toMatch(/\/things\/1\?cursor=%C4%85&_=[\w-]{8}$/);
  });

  test('an address with a query of its own keeps it', async () => {
    const [address = ''] = await addressesOf(true, { method: 'GET', path: '/token.php?a=1' });
    expect([...new URL(address).searchParams.keys()]).toEqual(['a', '_']);
  });

  test.each([
    ['writes', true, writeThing],
    ['reads of other pages', false, readThing],
  ])('%s go to the plain address', async (_what, isControlled, endpoint) => {
    expect(new Set(await addressesOf(isControlled, endpoint))).toEqual(new Set([`${API}/api/v1/things/1`]));
  });
});
