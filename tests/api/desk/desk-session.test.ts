import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signIn } from '../../../src/contract/desk/sign-in.ts';
import { addAgent } from '../../../src/identity/add-agent.ts';
import { changePassword } from '../../../src/identity/change-password.ts';
import { disableAgent } from '../../../src/identity/disable-agent.ts';
import { CHEAP_PASSWORDS } from '../../support/cheap-passwords.ts';
import { post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

const EMAIL = 'anna.nowak@shopgold.pl';
const PASSWORD = 'konik na biegunach';
/** Counts how often a password is checked. */
const verify = vi.fn(CHEAP_PASSWORDS.verify);
let api: Service;
beforeEach(async () => {
  verify.mockClear();
  api = await service({ passwords: { ...CHEAP_PASSWORDS, verify } });
  await addAgent(
    api.store,
    { email: EMAIL, name: 'Anna Nowak', role: 'admin', password: PASSWORD },
    NOW,
    CHEAP_PASSWORDS,
  );
});
afterEach(() => api.discard());

/** A request to the desk's API as its own page makes it, from some machine. */
async function desk(
  method: string,
  path = '/api/desk/session',
  {
    body,
    cookie,
    headers = {},
    address = '192.0.2.1',
  }: {
    body?: unknown;
    cookie?: string;
    headers?: Record<string, string>;
    address?: string;
  } = {},
): Promise<Response> {
  const init = {
    ...(body === undefined ? {} : post(body)),
    method,
    headers: {
      Host: 'pomoc.example',
      Origin: 'https://pomoc.example',
      'Sec-Fetch-Site': 'same-origin',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(cookie ? { Cookie: cookie } : {}),
      ...headers,
    },
  };
  return api.app.request(path, init, { incoming: { socket: { remoteAddress: address } } });
}

async function signInWith(email = EMAIL, password = PASSWORD, address = '192.0.2.1'): Promise<Response> {
  return desk('POST', undefined, { body: { email, password }, address });
}

/** Signs in and returns the cookie as a browser would send it. */
async function cookieOf(response: Response | Promise<Response>): Promise<string> {
  const set = (await response).headers.get('Set-Cookie') ?? '';
  expect(set).toMatch(/^__Host-pomoc-desk=d_[A-Za-z0-9_-]{43};/);
  return set.split(';')[0] ?? '';
}

async function whoIs(cookie: string): Promise<number> {
  return (await desk('GET', undefined, { cookie })).status;
}

async function actions(): Promise<string[]> {
  const lines = await api.store.selectFrom('audit').select('action').orderBy('id').execute();
  return lines.map(({ action }) => action).filter((action) => action.startsWith('agent.'));
}

test('an agent signs in, is known, and signs out', async () => {
  const response = await signInWith();
  expect(response.status).toBe(200);
  const who = {
    agent: { id: expect.any(String), name: 'Anna Nowak', email: EMAIL, role: 'admin' },
    secondFactor: { state: 'grace', until: '2026-12-06T09:00:00Z' },
  };
  expect(signIn.answer.parse(await response.clone().json())).toEqual(who);
  const cookie = await cookieOf(response);
  expect(await (await desk('GET', undefined, { cookie })).json()).toEqual(who);

  const out = await desk('DELETE', undefined, { cookie });
  expect(out.status).toBe(204);
  expect(out.headers.get('Set-Cookie')).toMatch(/^__Host-pomoc-desk=; Max-Age=0; Path=\/;.* Secure/);
  expect(await whoIs(cookie)).toBe(401);
  expect(await actions()).toEqual(['agent.added', 'agent.signed-in', 'agent.signed-out']);
});

test('the cookie is of this host only, never read by scripts, never sent from other sites', async () => {
  const attributes = ((await signInWith()).headers.getSetCookie()[0] ?? '').split('; ').slice(1);
  expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure']);
});

test('an address may be typed in any case', async () => {
  expect((await signInWith('  Anna.NOWAK@ShopGold.pl ')).status).toBe(200);
});

test('only the hash of a session is stored', async () => {
  const token = (await cookieOf(signInWith())).split('=')[1] ?? '';
  expect(JSON.stringify(await api.store.selectFrom('agent_sessions').selectAll().execute())).not.toContain(token);
});

test('no such address, a wrong password, a disabled agent: the same bytes', async () => {
  await addAgent(
    api.store,
    { email: 'byly@shopgold.pl', name: 'Były', role: 'agent', password: PASSWORD },
    NOW,
    CHEAP_PASSWORDS,
  );
  await disableAgent(api.store, 'byly@shopgold.pl', NOW);
  const seen: string[] = [];
  for (const [email, password] of [
    ['nikt@shopgold.pl', PASSWORD],
    [EMAIL, 'konik na biegunac'],
    ['byly@shopgold.pl', PASSWORD],
  ]) {
    const response = await signInWith(email, password);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    seen.push(`${response.status} ${response.headers.get('Content-Type')} ${await response.text()}`);
  }
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toContain('401 application/problem+json');
});

describe('a session ends', () => {
  test('two hours after its last use', async () => {
    const [used, forgotten] = [await cookieOf(signInWith()), await cookieOf(signInWith())];
    api.clock.now = NOW.add({ hours: 2 }).subtract({ milliseconds: 1 });
    expect(await whoIs(used)).toBe(200);
    api.clock.now = NOW.add({ hours: 2 });
    expect(await whoIs(forgotten)).toBe(401);
    expect(await whoIs(used)).toBe(200);
  });

  test('twelve hours after it began, however much it is used', async () => {
    const cookie = await cookieOf(signInWith());
    for (let hour = 1; hour < 12; hour++) {
      api.clock.now = NOW.add({ hours: hour });
      expect(await whoIs(cookie), `${hour} h`).toBe(200);
    }
    api.clock.now = NOW.add({ hours: 12 }).subtract({ milliseconds: 1 });
    expect(await whoIs(cookie)).toBe(200);
    api.clock.now = NOW.add({ hours: 12 });
    expect(await whoIs(cookie)).toBe(401);
  });

  test('use puts the idle end off, by at most one write a minute', async () => {
    const cookie = await cookieOf(signInWith());
    const lastUse = async () =>
      (await api.store.selectFrom('agent_sessions').select('last_used_at').executeTakeFirstOrThrow()).last_used_at;
    const began = await lastUse();
    api.clock.now = NOW.add({ milliseconds: 59_999 });
    await whoIs(cookie);
    expect(await lastUse()).toBe(began);
    api.clock.now = NOW.add({ seconds: 60 });
    await whoIs(cookie);
    expect(await lastUse()).toBe('2026-11-22T09:01:00.000Z');
  });

  test('everywhere at once, when asked', async () => {
    const [office, home] = [await cookieOf(signInWith()), await cookieOf(signInWith())];
    expect((await desk('DELETE', '/api/desk/sessions', { cookie: home })).status).toBe(204);
    expect([await whoIs(office), await whoIs(home)]).toEqual([401, 401]);
    expect((await actions()).at(-1)).toBe('agent.signed-out-everywhere');
  });

  test('signing out leaves other machines alone', async () => {
    const [office, home] = [await cookieOf(signInWith()), await cookieOf(signInWith())];
    await desk('DELETE', undefined, { cookie: home });
    expect([await whoIs(office), await whoIs(home)]).toEqual([200, 401]);
  });

  test('when its agent is disabled or gets another password', async () => {
    const first = await cookieOf(signInWith());
    expect(await changePassword(api.store, EMAIL, 'zupełnie inne hasło', NOW, CHEAP_PASSWORDS)).toBe('changed');
    expect(await whoIs(first)).toBe(401);
    expect((await signInWith()).status).toBe(401);
    const second = await cookieOf(signInWith(EMAIL, 'zupełnie inne hasło'));
    expect(await disableAgent(api.store, EMAIL.toUpperCase(), NOW)).toBe(true);
    expect(await whoIs(second)).toBe(401);
    expect((await signInWith(EMAIL, 'zupełnie inne hasło')).status).toBe(401);
  });

  test.each(['', '__Host-pomoc-desk=', `__Host-pomoc-desk=d_${'A'.repeat(43)}`, `pomoc-desk=d_${'A'.repeat(43)}`])(
    'the cookie %j is nobody',
    async (cookie) => {
      await signInWith();
      expect(await whoIs(cookie)).toBe(401);
      expect((await desk('DELETE', undefined, { cookie })).status).toBe(401);
      expect((await desk('DELETE', '/api/desk/sessions', { cookie })).status).toBe(401);
    },
  );

  test('a session under a name without __Host- is nobody either', async () => {
    const cookie = await cookieOf(signInWith());
    expect(await whoIs(cookie.replace('__Host-', ''))).toBe(401);
  });
});

describe('only the desk’s own pages are answered', () => {
  test.each<[string, Record<string, string>, number]>([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403],
    ['another host of our site', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.pomoc.example' }, 403],
    [
      'another origin, from a browser without Sec-Fetch-Site',
      { 'Sec-Fetch-Site': 'none', Origin: 'https://evil.example' },
      403,
    ],
    ['another port', { 'Sec-Fetch-Site': 'none', Origin: 'https://pomoc.example:8443' }, 403],
    ['an opaque origin', { 'Sec-Fetch-Site': 'none', Origin: 'null' }, 403],
    ['a site without Origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://pomoc.example' }, 403],
    ['a word we do not know', { 'Sec-Fetch-Site': 'sideways' }, 403],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'Content-Type': 'text/plain' }, 415],
  ])('%s is refused', async (_, headers, status) => {
    const body = { email: EMAIL, password: PASSWORD };
    const response = await desk('POST', undefined, { body, headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    if (status !== 403) return;
    const cookie = await cookieOf(signInWith());
    for (const method of ['GET', 'DELETE']) {
      expect((await desk(method, undefined, { cookie, headers })).status, method).toBe(403);
    }
    expect(await whoIs(cookie)).toBe(200);
  });

  test('the log shows what was compared, so that a proxy which drops the port is found', async () => {
    const refused = await desk('GET', undefined, { headers: { Origin: 'https://pomoc.example:8443' } });
    expect(refused.status).toBe(403);
    expect(JSON.parse(api.logLines.find((line) => line.includes('foreign-page')) ?? '{}')).toMatchObject({
      requestId: refused.headers.get('X-Request-Id'),
      origin: 'https://pomoc.example:8443',
      host: 'pomoc.example',
    });
  });

  test('no other origin may ask to be let in', async () => {
    for (const path of ['/api/desk/session', '/api/desk/sessions']) {
      const response = await desk('OPTIONS', path, {
        headers: {
          Origin: 'https://evil.example',
          'Sec-Fetch-Site': 'cross-site',
          'Access-Control-Request-Method': 'DELETE',
        },
      });
      expect(response.status).toBe(403);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
    expect((await signInWith()).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('sign-in is throttled', () => {
  test('after five wrong passwords the right one waits too, and no hash is computed', async () => {
    for (let round = 0; round < 5; round++) expect((await signInWith(EMAIL, 'zle haslo')).status).toBe(401);
    verify.mockClear();
    const response = await signInWith();
    expect([response.status, await response.json()]).toMatchObject([429, { code: 'rate-limited' }]);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(response.headers.get('Retry-After'))).toBeLessThanOrEqual(900);
    expect(verify).not.toHaveBeenCalled();
    expect((await signInWith(EMAIL, PASSWORD, '192.0.2.2')).status).toBe(200);
  });

  test('the right password forgives the slips before it', async () => {
    for (let round = 0; round < 3; round++) {
      for (let slip = 0; slip < 4; slip++) await signInWith(EMAIL, 'zle haslo');
      expect((await signInWith()).status).toBe(200);
    }
  });
});

describe('who may be added', () => {
  const agent = { email: 'ewa@shopgold.pl', name: 'Ewa', role: 'agent', password: PASSWORD } as const;

  test.each([
    ['an address that is taken, in another case', { email: EMAIL.toUpperCase() }, { outcome: 'email-taken' }],
    ['an address that is none', { email: 'ewa' }, { outcome: 'unfit', field: 'email' }],
    ['a name of nothing', { name: ' ' }, { outcome: 'unfit', field: 'name' }],
    ['a password of 11 characters', { password: 'x'.repeat(11) }, { outcome: 'unfit', field: 'password' }],
    ['a password of 201 characters', { password: 'x'.repeat(201) }, { outcome: 'unfit', field: 'password' }],
  ])('not %s', async (_, otherwise, result) => {
    expect(await addAgent(api.store, { ...agent, ...otherwise }, NOW, CHEAP_PASSWORDS)).toEqual(result);
    expect(await actions()).toEqual(['agent.added']);
  });

  test.each([12, 200])('a password of %i characters will do, and signs in', async (length) => {
    const password = 'ż'.repeat(length);
    expect((await addAgent(api.store, { ...agent, password }, NOW, CHEAP_PASSWORDS)).outcome).toBe('added');
    expect((await signInWith(agent.email, password)).status).toBe(200);
  });
});
