import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '../../../src/contract/shops/open-session.ts';
import { makeShopSecret, type ShopSecret } from '../../../src/identity/make-shop-secret.ts';
import { readShopSession } from '../../../src/identity/read-shop-session.ts';
import { revokeShopSecret } from '../../../src/identity/revoke-shop-secret.ts';
import { toSecretKey } from '../../../src/identity/seal.ts';
import { agentReplies } from '../../support/agent-writes.ts';
import { claims, NOW_SECONDS, sign } from '../../support/an-assertion.ts';
import { aCustomer } from '../../support/customer.ts';
import { EXPIRED, post, RESOLD, ROWERY, ZURAW } from '../../support/requests.ts';
import { NOW, SECRET_KEYS, type Service, service } from '../../support/service.ts';

let api: Service;
let zuraw: ShopSecret;
beforeEach(async () => {
  api = await service();
  zuraw = await secretOf(ZURAW);
});
afterEach(() => api.discard());

async function secretOf({ supportNumber }: { supportNumber: string }): Promise<ShopSecret> {
  const made = await makeShopSecret(api.store, SECRET_KEYS, supportNumber, NOW);
  if (!made) throw new Error(`no shop ${supportNumber}`);
  return made;
}

async function exchange(token: unknown): Promise<Response> {
  return api.app.request('/api/v1/session', post({ token }));
}

async function sessionFor(token: string): Promise<string> {
  const response = await exchange(token);
  expect(response.status).toBe(201);
  return openSession.answer.parse(await response.json()).session;
}

async function sessionsInStore(): Promise<number> {
  return (await api.store.selectFrom('shop_sessions').selectAll().execute()).length;
}

test("a panel's signed word is exchanged for a session of an hour", async () => {
  const response = await exchange(sign(claims(), zuraw));
  expect(response.status).toBe(201);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const opened = openSession.answer.parse(await response.json());
  expect(opened).toEqual({
    session: expect.stringMatching(/^s_[A-Za-z0-9_-]{43}$/),
    expiresAt: '2026-11-22T10:00:00Z',
    shop: ZURAW,
  });
  const shop = await api.store
    .selectFrom('shops')
    .select('id')
    .where('support_number', '=', ZURAW.supportNumber)
    .execute();
  expect(await readShopSession(api.store, opened.session, NOW)).toEqual({ shopId: shop[0]?.id });
});

test.each([
  ['whose support is over', EXPIRED],
  ['bought elsewhere', RESOLD],
])('a shop %s may read its tickets too', async (_, shop) => {
  const token = sign(claims({ sub: shop.supportNumber, url: shop.installUrl }), await secretOf(shop));
  expect((await exchange(token)).status).toBe(201);
});

test('the address may be written as the panel likes, as long as it is the same shop', async () => {
  await sessionFor(sign(claims({ url: 'HTTP://KSIEGARNIA-ZURAW.PL/index.php' }), zuraw));
});

test('only the hash of a session is stored, and a secret only sealed', async () => {
  const session = await sessionFor(sign(claims(), zuraw));
  const sessions = await api.store.selectFrom('shop_sessions').selectAll().execute();
  const secrets = await api.store.selectFrom('shop_secrets').selectAll().execute();
  expect(sessions[0]?.token_hash).toBe(createHash('sha256').update(session).digest('hex'));
  expect(JSON.stringify([sessions, secrets])).not.toContain(session);
  expect(JSON.stringify([sessions, secrets])).not.toContain(zuraw.secret);
});

describe('whatever is wrong with it: 401 and the same bytes', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = (alg: unknown) => `${encode({ alg, kid: zuraw.kid })}.${encode(claims())}.`;

  const wrongs: [string, () => string | Promise<string>][] = [
    ['no JWT', () => 'not a token'],
    ['an empty signature', () => `${sign(claims(), zuraw).replace(/[^.]*$/, '')}`],
    ['a signature of another secret', () => sign(claims(), { ...zuraw, secret: 'x'.repeat(43) })],
    ['a changed payload', () => sign(claims(), zuraw).replace(/\.[^.]*\./, `.${encode(claims({ sub: '4fMqZ8xB' }))}.`)],
    ['alg none', () => unsigned('none')],
    ['alg None', () => unsigned('None')],
    ['alg none, but signed', () => sign(claims(), zuraw, { alg: 'none' })],
    ['alg HS512 over a HS256 signature', () => sign(claims(), zuraw, { alg: 'HS512' })],
    ['alg RS256 over a HS256 signature', () => sign(claims(), zuraw, { alg: 'RS256' })],
    [
      'a true RS256 signature',
      () => {
        const input = `${encode({ alg: 'RS256', kid: zuraw.kid })}.${encode(claims())}`;
        return `${input}.${signBytes('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
      },
    ],
    [
      'a public key used as an HMAC key',
      () =>
        sign(claims(), {
          kid: zuraw.kid,
          secret: String(publicKey.export({ type: 'spki', format: 'pem' })),
        }),
    ],
    ['no alg', () => sign(claims(), zuraw, { alg: undefined })],
    [
      'a key of its own in the header',
      () => sign(claims(), { ...zuraw, secret: 'k'.repeat(43) }, { jwk: { kty: 'oct', k: 'a2tr' } }),
    ],
    ['a critical header we do not know', () => sign(claims(), zuraw, { crit: ['x'], x: 1 })],
    ['no kid', () => sign(claims(), zuraw, { kid: undefined })],
    ['a kid that is no text', () => sign(claims(), zuraw, { kid: { a: 1 } })],
    ['an unknown kid', () => sign(claims(), { ...zuraw, kid: 'k_AAAAAAAAAAAA' })],
    ['a kid in another case', () => sign(claims(), { ...zuraw, kid: zuraw.kid.toUpperCase() })],
    ["another shop's kid", async () => sign(claims(), { ...zuraw, kid: (await secretOf(ROWERY)).kid })],
    ["another shop's secret", async () => sign(claims(), await secretOf(ROWERY))],
    [
      'a revoked secret',
      async () => {
        await revokeShopSecret(api.store, ZURAW.supportNumber, zuraw.kid, NOW);
        return sign(claims(), zuraw);
      },
    ],
    ["another shop's number", () => sign(claims({ sub: ROWERY.supportNumber }), zuraw)],
    ["another shop's address", () => sign(claims({ url: ROWERY.installUrl }), zuraw)],
    [
      "another shop's number and address",
      () => sign(claims({ sub: ROWERY.supportNumber, url: ROWERY.installUrl }), zuraw),
    ],
    ['an address that is none', () => sign(claims({ url: 'to nie adres' }), zuraw)],
    ['a number that is a number', () => sign(claims({ sub: 7 }), zuraw)],
    ['an address that is a list', () => sign(claims({ url: [ZURAW.installUrl] }), zuraw)],
    ['another audience', () => sign(claims({ aud: 'pomoc' }), zuraw)],
    ['an audience among others', () => sign(claims({ aud: ['pomoc-online', 'bank'] }), zuraw)],
    ['a life of 301 s', () => sign(claims({ exp: NOW_SECONDS + 301 }), zuraw)],
    ['no life at all', () => sign(claims({ exp: NOW_SECONDS }), zuraw)],
    ['an end before its start', () => sign(claims({ iat: NOW_SECONDS + 20, exp: NOW_SECONDS + 10 }), zuraw)],
    ['times in fractions', () => sign(claims({ exp: NOW_SECONDS + 60.5 }), zuraw)],
    ['times in text', () => sign(claims({ exp: String(NOW_SECONDS + 60) }), zuraw)],
    ['not yet valid', () => sign(claims({ nbf: NOW_SECONDS + 31 }), zuraw)],
    ['a jti of 15 characters', () => sign(claims({ jti: 'x'.repeat(15) }), zuraw)],
    ['a jti of 65 characters', () => sign(claims({ jti: 'x'.repeat(65) }), zuraw)],
    ['a jti that is a number', () => sign(claims({ jti: 1_234_567_890_123_456 }), zuraw)],
    ['a payload that is a list', () => sign([claims()], zuraw)],
    ['a payload that is no object', () => sign('pomoc-online', zuraw)],
    ...['aud', 'sub', 'url', 'iat', 'exp', 'jti'].map((name): [string, () => string] => [
      `no ${name}`,
      () => sign(claims({ [name]: undefined }), zuraw),
    ]),
  ];

  test.each(wrongs)('%s', async (wrong, make) => {
    const response = await exchange(await make());
    expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
      401,
      'application/problem+json',
      '{"type":"about:blank","title":"This does not prove who you are","status":401,"code":"unauthorised"}',
    ]);
    expect(await sessionsInStore()).toBe(0);
    // The same token made right passes: the refusal is about what the test names.
    if (wrong !== 'a revoked secret') await sessionFor(sign(claims(), zuraw));
  });

  test('text that only looks like a token', async () => {
    const part = fc.string({ unit: fc.constantFrom(...'AZaz09_-={}":,. ') });
    const tokens = fc.oneof(
      fc.tuple(part, part, part).map((parts) => parts.join('.')),
      fc.tuple(fc.jsonValue(), fc.jsonValue()).map(([header, payload]) => `${encode(header)}.${encode(payload)}.AAAA`),
      fc.jsonValue().map((payload) => sign(payload, zuraw)),
      fc
        .dictionary(fc.constantFrom('alg', 'typ', 'crit', 'b64', 'kid', 'zip'), fc.jsonValue())
        .map((header) => sign(claims(), zuraw, { ...header, alg: 'HS384' })),
    );
    await fc.assert(
      fc.asyncProperty(
        tokens.filter((token) => token.length > 0),
        async (token) => {
          expect((await exchange(token)).status).toBe(401);
        },
      ),
      { numRuns: 300, seed: 4 },
    );
  });
});

describe('the number of unread replies', () => {
  const count = (token: string) => api.app.request('/api/v1/unread', post({ token }));

  test("is told for a panel's signed word itself, which is used up without a session", async () => {
    const anna = await aCustomer(api);
    const deps = { store: api.store, now: () => NOW };
    await agentReplies(
      deps,
      { number: anna.number, actor: 'agent:1', author: 'Marek' },
      { text: 'Już.', status: 'waiting-for-customer' },
    );
    const token = sign(claims(), zuraw);
    expect(await (await count(token)).json()).toEqual({ unread: 1, ticket: anna.number, closed: [] });
    expect(await sessionsInStore()).toBe(0);
    expect([(await count(token)).status, (await exchange(token)).status]).toEqual([401, 401]);
    const ofRowery = sign(claims({ sub: ROWERY.supportNumber, url: ROWERY.installUrl }), await secretOf(ROWERY));
    expect(await (await count(ofRowery)).json()).toEqual({ unread: 0, ticket: null, closed: [] });
  });

  test('is not told for a word that is not of the shop, and never as 0', async () => {
    expect((await count(sign(claims(), { ...zuraw, secret: 'x'.repeat(43) }))).status).toBe(401);
  });
});

describe('the clocks may differ by 30 s and no more', () => {
  test.each([
    [29, 201],
    [30, 401],
  ])('%i s after its end: %i', async (late, status) => {
    const token = sign(claims({ iat: NOW_SECONDS - 300 - late, exp: NOW_SECONDS - late }), zuraw);
    expect((await exchange(token)).status).toBe(status);
  });

  test.each([
    [30, 201],
    [31, 401],
  ])('made %i s in our future: %i', async (early, status) => {
    const token = sign(claims({ iat: NOW_SECONDS + early, exp: NOW_SECONDS + early + 300 }), zuraw);
    expect((await exchange(token)).status).toBe(status);
  });

  test('a life of exactly 300 s is taken', async () => {
    await sessionFor(sign(claims({ exp: NOW_SECONDS + 300 }), zuraw));
  });
});

describe('an assertion is used once', () => {
  test('the second time is refused', async () => {
    const token = sign(claims(), zuraw);
    await sessionFor(token);
    expect((await exchange(token)).status).toBe(401);
  });

  test('the same jti with other claims is the same assertion', async () => {
    const jti = 'x'.repeat(16);
    await sessionFor(sign(claims({ jti }), zuraw));
    expect((await exchange(sign(claims({ jti, exp: NOW_SECONDS + 61 }), zuraw))).status).toBe(401);
  });

  test('the same jti of two secrets is two assertions', async () => {
    const jti = 'x'.repeat(64);
    await sessionFor(sign(claims({ jti }), zuraw));
    await sessionFor(sign(claims({ jti }), await secretOf(ZURAW)));
  });

  test('a refused one was not used', async () => {
    const jti = 'x'.repeat(16);
    expect((await exchange(sign(claims({ jti, url: ROWERY.installUrl }), zuraw))).status).toBe(401);
    await sessionFor(sign(claims({ jti }), zuraw));
  });
});

describe('a session ends', () => {
  test('after 60 minutes, to the millisecond', async () => {
    const session = await sessionFor(sign(claims(), zuraw));
    const end = NOW.add({ minutes: 60 });
    expect(await readShopSession(api.store, session, end.subtract({ milliseconds: 1 }))).not.toBeNull();
    expect(await readShopSession(api.store, session, end)).toBeNull();
  });

  test('with its secret, and only with its own', async () => {
    const other = await secretOf(ZURAW);
    const [first, second] = [await sessionFor(sign(claims(), zuraw)), await sessionFor(sign(claims(), other))];
    expect(await revokeShopSecret(api.store, ZURAW.supportNumber, zuraw.kid, NOW)).toBe(true);
    expect(await readShopSession(api.store, first, NOW)).toBeNull();
    expect(await readShopSession(api.store, second, NOW)).not.toBeNull();
    expect(await sessionsInStore()).toBe(1);
  });

  test.each([
    ['nothing', ''],
    ['a prefix', 's_'],
    ['a token that nobody gave out', `s_${'A'.repeat(43)}`],
    ["the desk's", `d_${'A'.repeat(43)}`],
    ['SQL', "s_' or 1=1 --"],
    ['100 kB', 'A'.repeat(100_000)],
  ])('%s is no session', async (_, bearer) => {
    await sessionFor(sign(claims(), zuraw));
    expect(await readShopSession(api.store, bearer, NOW)).toBeNull();
  });
});

test('a secret sealed under a key that is not there is a fault of ours that passes: 503, when to come again, and one line in the log', async () => {
  const made = await makeShopSecret(api.store, [toSecretKey(new Uint8Array(32).fill(8))], ZURAW.supportNumber, NOW);
  if (!made) throw new Error('no secret');
  const response = await exchange(sign(claims(), made));
  expect([response.status, response.headers.get('Retry-After'), await response.json()]).toEqual([
    503,
    '60',
    expect.objectContaining({ code: 'unavailable' }),
  ]);
  const errors = api.logLines.filter((line) => line.includes('no key of SECRET_KEYS is the one it was sealed with'));
  expect(errors).toHaveLength(1);
});

test('a body without a token says what is missing', async () => {
  const response = await api.app.request('/api/v1/session', post({}));
  expect([response.status, await response.json()]).toMatchObject([
    422,
    { code: 'invalid-request', errors: [{ path: 'token', code: 'required' }] },
  ]);
});
