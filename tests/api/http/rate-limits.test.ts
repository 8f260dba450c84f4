import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRateLimits } from '../../../src/api/http/rate-limits.ts';
import { ROUTES } from '../../../src/api/routes.ts';
import { countTickets } from '../../../src/store/tickets.ts';
import { newToken } from '../../support/customer.ts';
import { aTicket, from, newKey, post, ROWERY, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

const HERE = '203.0.113.7';
const ELSEWHERE = '198.51.100.1';
const MINUTE_MS = 60_000;

let api: Service;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  api = await service({ rateLimits: true });
});
afterEach(async () => {
  vi.useRealTimers();
  await api.discard();
});

async function ask(body: unknown, address = HERE, headers: Record<string, string> = {}): Promise<Response> {
  return api.app.request('/api/v1/shop-status', post(body, headers), from(address));
}

async function send(body: unknown, address = HERE, key = newKey()): Promise<Response> {
  return api.app.request('/api/v1/tickets', post(body, { 'Idempotency-Key': key }), from(address));
}

/** Asks for something so often. */
async function times(count: number, asking: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let round = 0; round < count; round++) statuses.push((await asking()).status);
  return statuses;
}

function limitHeaders({ headers }: Response): (string | null)[] {
  return ['RateLimit-Policy', 'RateLimit', 'Retry-After'].map((name) => headers.get(name));
}

describe('one address', () => {
  test('is told how far it is with each answer', async () => {
    expect(limitHeaders(await ask(ZURAW))).toEqual(['"shop-status";q=120;w=60', '"shop-status";r=119;t=60', null]);
    vi.setSystemTime(Date.now() + 20_500);
    expect(limitHeaders(await ask(ZURAW))[1]).toBe('"shop-status";r=118;t=40');
  });

  test('is refused beyond the quota, with words for programs and a time to come back', async () => {
    expect(new Set(await times(120, () => ask(ZURAW)))).toEqual(new Set([200]));
    vi.setSystemTime(Date.now() + 15_000);
    const refused = await ask(ZURAW);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate-limited' });
    expect(limitHeaders(refused)).toEqual(['"shop-status";q=120;w=60', '"shop-status";r=0;t=45', '45']);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    for (const name of ['RateLimit', 'RateLimit-Policy', 'Retry-After']) {
      expect(refused.headers.get('Access-Control-Expose-Headers')?.split(',')).toContain(name);
    }
    vi.setSystemTime(Date.now() + 45_000);
    expect((await ask(ZURAW)).status).toBe(200);
  });

  test('does not use up what others have, nor what it has elsewhere itself', async () => {
    await times(121, () => ask(ZURAW));
    expect((await ask(ZURAW)).status).toBe(429);
    expect((await ask(ZURAW, ELSEWHERE)).status).toBe(200);
    expect((await send(aTicket())).status).toBe(201);
  });

  test('is not another one for saying so', async () => {
    let claimed = 0;
    const disguised = () => ask(ZURAW, HERE, { 'X-Forwarded-For': `198.51.100.${++claimed % 256}` });
    expect((await times(121, disguised)).at(-1)).toBe(429);
  });

  test('of IPv6 counts together with the rest of its network', async () => {
    await times(120, () => ask(ZURAW, '2001:db8:1:2::7'));
    expect((await ask(ZURAW, '2001:db8:1:2:ffff::8')).status).toBe(429);
    expect((await ask(ZURAW, '2001:db8:1:3::7')).status).toBe(200);
  });

  test('of IPv6 is refused with its /56 when that has used up four times the quota, and not with the next one', async () => {
    let network = 0;
    const anywhere = () => send('', `2001:db8:1:${(network++ % 256).toString(16)}::7`);
    expect(await times(4 * 60, anywhere)).not.toContain(429);
    const refused = await anywhere();
    expect(refused.status).toBe(429);
    expect(limitHeaders(refused)).toEqual(['"open-ticket-56";q=240;w=600', '"open-ticket-56";r=0;t=600', '600']);
    expect((await send('', '2001:db8:1:100::7')).status).not.toBe(429);
  });

  test('may ask before it sends however often: preflights are not counted', async () => {
    const preflight = () => api.app.request('/api/v1/shop-status', { method: 'OPTIONS' }, from(HERE));
    expect(new Set(await times(200, async () => preflight()))).toEqual(new Set([204]));
    expect(limitHeaders(await ask(ZURAW))[1]).toBe('"shop-status";r=119;t=60');
  });

  test('that tries addresses of the API which are none is refused, too', async () => {
    const wander = async () => api.app.request('/api/v1/nothing', {}, from(HERE));
    expect((await times(121, wander)).slice(-2)).toEqual([404, 429]);
  });
});

describe('a 429', () => {
  test('comes before anything is read: whatever the body, the key, the media type', async () => {
    await times(60, () => send('to nie jest JSON'));
    const path = '/api/v1/tickets';
    for (const init of [post(''), post('{'), { method: 'POST' }, post(aTicket(), { 'Content-Type': 'text/plain' })]) {
      expect((await api.app.request(path, init, from(HERE))).status).toBe(429);
    }
  });

  test('does not touch the body, which may never end', async () => {
    await times(60, () => send(''));
    const endless = new ReadableStream({ pull: () => new Promise(() => {}) });
    const init = { ...post(''), body: endless, duplex: 'half' } as RequestInit;
    expect((await api.app.request('/api/v1/tickets', init, from(HERE))).status).toBe(429);
  });

  test('is not stored under the key: the same ticket is taken later', async () => {
    const key = newKey();
    await times(60, () => send(''));
    expect((await send(aTicket(), HERE, key)).status).toBe(429);
    expect(await countTickets(api.store)).toBe(0);
    vi.setSystemTime(Date.now() + 10 * MINUTE_MS);
    expect((await send(aTicket(), HERE, key)).status).toBe(201);
  });
});

describe('tickets of one shop', () => {
  /** A new address each time, as if a whole network wrote. */
  let addresses = 0;
  const anywhere = () => `198.51.100.${++addresses % 256}`;

  test('are limited wherever they come from, however its address is written, and no other shop’s', async () => {
    const spellings = [ZURAW.installUrl, 'http://ksiegarnia-zuraw.pl/', 'KSIEGARNIA-ZURAW.pl/index.php'];
    let round = 0;
    const flood = () => send(aTicket({ installUrl: spellings[++round % 3] ?? '' }), anywhere());
    expect(new Set(await times(10, flood))).toEqual(new Set([201]));
    const refused = await flood();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect(await countTickets(api.store)).toBe(10);
    expect((await send(aTicket(ROWERY), anywhere())).status).toBe(201);
  });

  test('count only what was opened: neither refusals nor an outage of ours use the quota up', async () => {
    const refused = () => send(aTicket({ attachments: ['x'.repeat(22)] }), anywhere());
    expect(new Set(await times(40, refused))).toEqual(new Set([422]));
    const failing = vi.spyOn(api.store, 'transaction').mockImplementation(() => {
      throw new Error('a fault');
    });
    expect(new Set(await times(40, () => send(aTicket(), anywhere())))).toEqual(new Set([500]));
    failing.mockRestore();
    expect((await send(aTicket(), anywhere())).status).toBe(201);
  });

  test('that are sent again do not count again', async () => {
    const key = newKey();
    expect(new Set(await times(50, () => send(aTicket(), anywhere(), key)))).toEqual(new Set([201]));
    expect(new Set(await times(9, () => send(aTicket(), anywhere())))).toEqual(new Set([201]));
  });
});

describe('pairs that are no shop of ours', () => {
  const stranger = { ...ZURAW, supportNumber: 'NieMaGo1' };

  test('may be looked at twenty times, then even the right one is not answered from there', async () => {
    expect(new Set(await times(20, () => ask(stranger)))).toEqual(new Set([200]));
    const refused = await ask(ZURAW);
    expect(refused.status).toBe(429);
    expect(limitHeaders(refused)).toEqual(['"unrecognised-shops";q=20;w=900', '"unrecognised-shops";r=0;t=900', '900']);
    expect((await ask(ZURAW, ELSEWHERE)).status).toBe(200);
    vi.setSystemTime(Date.now() + 15 * MINUTE_MS);
    expect((await ask(ZURAW)).status).toBe(200);
  });

  test('count together, whether looked at or written for', async () => {
    expect(new Set(await times(10, () => ask(stranger)))).toEqual(new Set([200]));
    expect(new Set(await times(10, () => send(aTicket(stranger))))).toEqual(new Set([403]));
    expect((await ask(ZURAW)).status).toBe(429);
    expect((await send(aTicket())).status).toBe(429);
  });

  test('are told from mistakes in a form, which count for nothing', async () => {
    await times(30, () => ask({ ...ZURAW, supportNumber: '?' }));
    expect((await ask(ZURAW)).status).toBe(200);
  });
});

describe('numbers of tickets', () => {
  const guessed = { headers: { Authorization: `Bearer ${'g'.repeat(43)}` } };

  /** Tickets that are there to be found, and the first of them with its token. */
  async function opened(count: number): Promise<{ number: string; mine: RequestInit }> {
    const tokens = Array.from({ length: count }, () => newToken());
    const receipts: { number: string }[] = [];
    for (const ticketToken of tokens) {
      receipts.push((await (await send(aTicket({ ticketToken }), ELSEWHERE)).json()) as { number: string });
    }
    return { number: receipts[0]?.number ?? '', mine: { headers: { Authorization: `Bearer ${tokens[0]}` } } };
  }

  function read(number: number | string, init: RequestInit, address = HERE): Promise<Response> {
    return Promise.resolve(api.app.request(`/api/v1/tickets/${number}`, init, from(address)));
  }

  test('a thousand tried one after the other: no hit, cut by the sixtieth, and none is told from another', async () => {
    const { number, mine } = await opened(5);
    const answers: string[] = [];
    for (let tried = 1_000_000; tried < 1_001_000; tried++) {
      const answer = await read(tried, guessed);
      answers.push(`${answer.status} ${await answer.text()}`);
    }
    const cutAt = answers.findIndex((answer) => answer.startsWith('429'));
    expect(cutAt).toBeGreaterThan(0);
    expect(cutAt).toBeLessThan(60);
    expect(new Set(answers.slice(0, cutAt)).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /);
    expect(new Set(answers.slice(cutAt)).size).toBe(1);
    expect((await read(number, mine)).status).toBe(429);
    expect((await read(number, mine, ELSEWHERE)).status).toBe(200);
    vi.setSystemTime(Date.now() + 15 * MINUTE_MS);
    expect((await read(number, mine)).status).toBe(200);
  });

  /** What each endpoint takes, so that only the token is wrong. A new endpoint without a row here is not cut: it fails. */
  const bodies: Record<string, unknown> = {
    messages: { text: 'Dzień dobry' },
    status: { status: 'solved' },
    seen: { messages: 1 },
  };
  const named = ROUTES.filter(({ path }) => /^\/api\/v1\/(tickets\/:number|attachments\/:id)/.test(path));
  test.each(named.map(({ method, path }) => [method, path]))('%s %s is cut by the sixtieth', async (method, path) => {
    const headers = { ...guessed.headers, 'Idempotency-Key': newKey() };
    const init = method === 'GET' ? guessed : { ...post(bodies[path.split('/').at(-1) ?? ''], headers), method };
    const statuses = await times(60, async () => {
      vi.setSystemTime(Date.now() + 10_000); // slower than any endpoint's own limit
      return api.app.request(path.replace(/:\w+/, '1000014'), init, from(HERE));
    });
    expect(statuses.slice(0, 50)).toEqual(Array(50).fill(404));
    expect(statuses.slice(50)).toEqual(Array(10).fill(429));
  });

  test('tried slowly, and at attachments as well, come to the same', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 60; round++) {
      vi.setSystemTime(Date.now() + 10_000);
      const path = round % 2 ? `/api/v1/tickets/${round}` : `/api/v1/attachments/${'a'.repeat(22)}`;
      statuses.push((await api.app.request(path, guessed, from(HERE))).status);
    }
    expect(statuses.filter((status) => status === 404)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
  });

  test('fifty threads that an office holds open are asked for each 5 s without end', async () => {
    const { number, mine } = await opened(1);
    const statuses = new Set<number>();
    for (let round = 0; round < 24; round++) {
      for (let thread = 0; thread < 50; thread++) statuses.add((await read(number, mine)).status);
      vi.setSystemTime(Date.now() + 5000);
    }
    expect(statuses).toEqual(new Set([200]));
  });
});

test('six tickets full of files go through at once', async () => {
  const statuses = await times(1200, async () =>
    api.app.request('/api/v1/uploads/bad', { ...post('{}'), method: 'PUT' }, from(HERE)),
  );
  expect(new Set(statuses)).not.toContain(429);
});

test('where limits are off nothing is counted and nothing is said of them', async () => {
  const unlimited = await service();
  const asking = () => unlimited.app.request('/api/v1/shop-status', post(ZURAW), from(HERE));
  expect(new Set(await times(150, async () => asking()))).toEqual(new Set([200]));
  expect(limitHeaders(await asking())).toEqual([null, null, null]);
  await unlimited.discard();
});

test('of more addresses than can be counted the one that began first is forgotten, and no other', async () => {
  const limits = createRateLimits(3);
  const limit = { name: 'test', quota: 2, windowSeconds: 60 };
  const spend = async (...keys: string[]) => {
    for (const key of keys) await limits.spend(limit, key);
  };
  const used = (...keys: string[]) => Promise.all(keys.map(async (key) => (await limits.look(limit, key)).used));
  await spend('a', 'b', 'b', 'b', 'c');
  expect(await used('a', 'b', 'c')).toEqual([1, 3, 1]);
  await spend('d');
  expect(await used('a', 'b', 'c', 'd')).toEqual([0, 3, 1, 1]);
  vi.setSystemTime(Date.now() + 60_000);
  await spend('b', 'e');
  expect(await used('b', 'c', 'd', 'e')).toEqual([1, 0, 0, 1]);
});

test('what a flood of callers was counted by is forgotten when its windows have passed, also when nobody comes after it', async () => {
  vi.useFakeTimers();
  const limits = createRateLimits();
  const limit = { name: 'test', quota: 2, windowSeconds: 60 };
  for (let caller = 0; caller < 1000; caller++) {
    await limits.spend(limit, `${caller}`);
    vi.advanceTimersByTime(10);
  }
  expect(limits.remembered()).toBe(1000);
  vi.advanceTimersByTime(55_000);
  expect(limits.remembered()).toBeLessThan(700);
  vi.advanceTimersByTime(60_000);
  // Neither the keys are left, nor any timer of the library's, one of which holds each count.
  expect([limits.remembered(), vi.getTimerCount()]).toEqual([0, 0]);
});
