import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgentRole } from '../../../src/contract/lists.ts';
import { addAgent } from '../../../src/identity/add-agent.ts';
import { resetFactors } from '../../../src/identity/reset-factors.ts';
import { CHEAP_PASSWORDS } from '../../support/cheap-passwords.ts';
import { post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';
import { type Otherwise, SoftAuthenticator } from '../../support/soft-authenticator.ts';

const EMAIL = 'ola@shopgold.pl';
const PASSWORD = 'konik na biegunach';

let api: Service;
beforeEach(async () => {
  api = await service({ rateLimits: true });
});
afterEach(() => api.discard());

/** A browser with its cookies. */
class Browser {
  readonly cookies = new Map<string, string>();

  async ask(method: string, path: string, body?: unknown) {
    const init = body === undefined ? { method } : { ...post(body), method };
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await api.app.request(`/api/desk${path}`, {
      ...init,
      headers: { ...(init as { headers?: Record<string, string> }).headers, ...(cookie && { Cookie: cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const text = await response.text();
    return { status: response.status, text, body: text ? JSON.parse(text) : null, headers: response.headers };
  }

  tell = (path: string, body: unknown = {}) => this.ask('POST', path, body);
  password = (password = PASSWORD, email = EMAIL) => this.tell('/session', { email, password });
  state = async () => (await this.ask('GET', '/session')).body?.secondFactor ?? null;
}

async function signedIn(role: AgentRole = 'agent'): Promise<Browser> {
  await addAgent(api.store, { email: EMAIL, name: 'Ola', role, password: PASSWORD }, api.clock.now, CHEAP_PASSWORDS);
  const browser = new Browser();
  expect((await browser.password()).status).toBe(200);
  return browser;
}

const wait = (duration: { minutes?: number; seconds?: number; hours?: number }) => {
  api.clock.now = api.clock.now.add(duration);
};

async function addPasskey(browser: Browser, otherwise: Otherwise = {}) {
  const device = new SoftAuthenticator('http://localhost');
  const { options } = (await browser.tell('/passkeys/options')).body;
  const credential = device.create(options, otherwise);
  return { device, credential, answer: await browser.tell('/passkeys', { name: 'Telefon', credential }) };
}

async function addApp(browser: Browser) {
  const { secret } = (await browser.tell('/totp')).body;
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = () => app.generate({ timestamp: api.clock.now.epochMilliseconds });
  expect((await browser.tell('/totp/confirm', { code: code() })).status).toBe(204);
  return { code, secret };
}

async function byPasskey(browser: Browser, device: SoftAuthenticator, otherwise: Otherwise = {}) {
  const { options } = (await browser.tell('/session/passkey-options')).body;
  return browser.tell('/session/passkey', { credential: device.get(options, otherwise) });
}

describe('a passkey', () => {
  test('signs its agent in alone, and every sign-in needs a challenge of its own', async () => {
    const { device, answer } = await addPasskey(await signedIn());
    expect(answer.status).toBe(201);
    const browser = new Browser();
    const { options } = (await browser.tell('/session/passkey-options')).body;
    const credential = device.get(options);
    const entered = await browser.tell('/session/passkey', { credential });
    expect([entered.status, entered.body]).toMatchObject([
      200,
      { agent: { email: EMAIL }, secondFactor: { state: 'has' } },
    ]);
    expect((await browser.tell('/session/passkey', { credential })).status).toBe(401);
  });

  test.each<[string, Otherwise]>([
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['another site', { rpId: 'evil.example' }],
    ['another challenge', { challenge: 'c'.repeat(43) }],
    ['a device that nobody unlocked', { isVerified: false }],
    ['a counter that went back: a copy', { counter: 0 }],
    ['another user', { userHandle: Buffer.from('a_somebodyelse').toString('base64url') }],
    ['another ceremony', { type: 'webauthn.create' }],
  ])('with %s does not sign in, and nobody learns why', async (_, otherwise) => {
    const { device } = await addPasskey(await signedIn());
    expect((await byPasskey(new Browser(), device)).status).toBe(200);
    const unknown = await byPasskey(new Browser(), new SoftAuthenticator('http://localhost'));
    const refused = await byPasskey(new Browser(), device, otherwise);
    expect([refused.status, refused.text]).toEqual([401, unknown.text]);
  });

  test('answers for five minutes, to the browser that was asked, and not once its agent is disabled', async () => {
    const { device } = await addPasskey(await signedIn());
    const [late, other] = [new Browser(), new Browser()];
    const { options } = (await late.tell('/session/passkey-options')).body;
    await other.tell('/session/passkey-options');
    expect((await other.tell('/session/passkey', { credential: device.get(options) })).status).toBe(401);
    wait({ minutes: 5 });
    expect((await late.tell('/session/passkey', { credential: device.get(options) })).status).toBe(401);
    await api.store.updateTable('agents').set({ disabled_at: '2026-11-22T09:00:00.000Z' }).execute();
    expect((await byPasskey(new Browser(), device)).status).toBe(401);
  });

  test('is kept only when it answers the challenge of this session, unlocked, and once', async () => {
    const browser = await signedIn();
    expect((await addPasskey(browser, { isVerified: false })).answer.body.code).toBe('wrong-proof');
    expect((await addPasskey(browser, { origin: 'https://evil.example' })).answer.body.code).toBe('wrong-proof');
    const { credential } = await addPasskey(browser);
    expect((await browser.tell('/passkeys', { name: 'Drugi', credential })).body.code).toBe('wrong-proof');
    const { passkeys } = (await browser.ask('GET', '/factors')).body;
    expect(passkeys).toMatchObject([{ name: 'Telefon', lastUsedAt: null }]);
  });

  test('of one agent is neither renamed nor removed by another', async () => {
    const { answer } = await addPasskey(await signedIn());
    const jan = { email: 'jan@shopgold.pl', name: 'Jan', role: 'agent', password: PASSWORD } as const;
    await addAgent(api.store, jan, api.clock.now, CHEAP_PASSWORDS);
    const other = new Browser();
    await other.password(PASSWORD, jan.email);
    expect((await other.tell(`/passkeys/${answer.body.id}/name`, { name: 'Mój' })).status).toBe(404);
    expect((await other.ask('DELETE', `/passkeys/${answer.body.id}`)).status).toBe(404);
  });
});

describe('after the password', () => {
  test('who has a second factor has no session yet', async () => {
    await addApp(await signedIn());
    wait({ seconds: 30 });
    const browser = new Browser();
    const begun = await browser.password();
    expect(begun.body).toEqual({ secondStep: { ways: ['totp'] } });
    expect([...browser.cookies.keys()]).toEqual(['__Host-pomoc-second-step']);
    expect((await browser.ask('GET', '/session')).status).toBe(401);
    expect((await browser.ask('GET', '/queue')).status).toBe(401);
  });

  test('a code of the app signs in, once, and one of a step away too', async () => {
    const { code } = await addApp(await signedIn());
    const used = code();
    const browser = new Browser();
    await browser.password();
    expect((await browser.tell('/session/second-step', { way: 'totp', code: used })).body.code).toBe('wrong-proof');
    wait({ seconds: 30 });
    const next = code();
    wait({ seconds: 30 });
    expect(
      (await browser.tell('/session/second-step', { way: 'totp', code: `${next.slice(0, 3)} ${next.slice(3)}` }))
        .status,
    ).toBe(200);
    const again = new Browser();
    await again.password();
    expect((await again.tell('/session/second-step', { way: 'totp', code: next })).status).toBe(403);
  });

  test('a passkey signs in, but not for somebody else’s sign-in', async () => {
    const { device } = await addPasskey(await signedIn());
    const browser = new Browser();
    await browser.password();
    const { options, ways } = (await browser.tell('/session/second-step-options')).body;
    expect([ways, options.allowCredentials.length]).toEqual([['passkey'], 1]);
    const stranger = new SoftAuthenticator('http://localhost').get(options);
    expect((await browser.tell('/session/second-step', { way: 'passkey', credential: stranger })).status).toBe(403);
    const asked = (await browser.tell('/session/second-step-options')).body;
    const credential = device.get(asked.options);
    expect((await browser.tell('/session/second-step', { way: 'passkey', credential })).status).toBe(200);
  });

  test('five wrong ones, five minutes or another password end the sign-in', async () => {
    const { code } = await addApp(await signedIn());
    wait({ seconds: 60 });
    const step = (browser: Browser, tried: string) =>
      browser.tell('/session/second-step', { way: 'totp', code: tried });
    const wrong = new Browser();
    await wrong.password();
    const tries = [];
    for (let count = 0; count < 6; count += 1) tries.push((await step(wrong, 'abcdef')).status);
    expect(tries).toEqual([403, 403, 403, 403, 403, 401]);
    const late = new Browser();
    await late.password();
    wait({ minutes: 5 });
    expect((await step(late, code())).status).toBe(401);
    const changed = new Browser();
    await changed.password();
    await api.store.updateTable('agents').set({ password_hash: CHEAP_PASSWORDS.decoy }).execute();
    expect((await step(changed, code())).status).toBe(401);
  });

  test('who knows the password guesses ten codes an hour, and a passkey gets in all the same', async () => {
    const browser = await signedIn();
    await addApp(browser);
    const { device } = await addPasskey(browser);
    const tries = [];
    for (let count = 0; count < 12; count += 1) {
      const thief = new Browser();
      await thief.password();
      tries.push((await thief.tell('/session/second-step', { way: 'totp', code: '000000' })).status);
    }
    expect(tries).toEqual([...Array(10).fill(403), 429, 429]);
    expect((await byPasskey(new Browser(), device)).status).toBe(200);
  });

  test('a recovery code signs in once, however it is typed; a new set ends the old one', async () => {
    const browser = await signedIn();
    expect((await browser.tell('/recovery-codes')).body.code).toBe('conflict');
    await addPasskey(browser);
    const [first = '', second = ''] = (await browser.tell('/recovery-codes')).body.codes;
    const enter = async (code: string) => {
      const lost = new Browser();
      expect((await lost.password()).body).toEqual({ secondStep: { ways: ['passkey', 'recovery'] } });
      return (await lost.tell('/session/second-step', { way: 'recovery', code })).status;
    };
    expect(await enter(first.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O'))).toBe(200);
    expect(await enter(first)).toBe(403);
    expect((await browser.ask('GET', '/factors')).body.recoveryCodesLeft).toBe(9);
    const { codes } = (await browser.tell('/recovery-codes')).body;
    expect([new Set(codes).size, await enter(second), await enter(codes[0])]).toEqual([10, 403, 200]);
  });
});

describe('a fresh proof', () => {
  const changed = (browser: Browser) => browser.tell('/totp');

  test('is the sign-in for ten minutes, and the password again for who has nothing else', async () => {
    const browser = await signedIn();
    wait({ minutes: 10 });
    expect((await changed(browser)).body.code).toBe('proof-needed');
    expect((await browser.tell('/proof', { way: 'password', password: 'nie to hasło' })).body.code).toBe('wrong-proof');
    expect((await changed(browser)).body.code).toBe('proof-needed');
    expect((await browser.tell('/proof', { way: 'password', password: PASSWORD })).status).toBe(204);
    expect((await changed(browser)).status).toBe(201);
  });

  test('is no password for who has a factor: that is what a phished agent has given away', async () => {
    const browser = await signedIn();
    const { device } = await addPasskey(browser);
    wait({ minutes: 10 });
    expect((await browser.tell('/proof', { way: 'password', password: PASSWORD })).body.code).toBe('wrong-proof');
    const asked = (await browser.tell('/proof-options')).body;
    expect([asked.isProven, asked.ways]).toEqual([false, ['passkey']]);
    const credential = device.get(asked.options);
    expect((await browser.tell('/proof', { way: 'passkey', credential })).status).toBe(204);
    expect((await browser.tell('/proof-options')).body.isProven).toBe(true);
    expect((await changed(browser)).status).toBe(201);
  });

  test('counts for the session that showed it, not for another of the same agent', async () => {
    const one = await signedIn();
    const other = new Browser();
    await other.password();
    wait({ minutes: 10 });
    await one.tell('/proof', { way: 'password', password: PASSWORD });
    expect([(await changed(one)).status, (await changed(other)).status]).toEqual([201, 403]);
  });
});

describe('a second factor is required', () => {
  test('of admins after fourteen days: then they may only set one up', async () => {
    const browser = await signedIn('admin');
    expect(await browser.state()).toEqual({ state: 'grace', until: '2026-12-06T09:00:00Z' });
    wait({ hours: 24 * 14 });
    await browser.password();
    expect(await browser.state()).toEqual({ state: 'needed', until: null });
    expect((await browser.ask('GET', '/queue')).body.code).toBe('second-factor-needed');
    expect((await browser.tell('/settings', { changes: [] })).body.code).toBe('second-factor-needed');
    expect((await addPasskey(browser)).answer.status).toBe(201);
    expect((await browser.ask('GET', '/queue')).status).toBe(200);
  });

  test('of everybody when the vendor says so, who has fourteen days from then', async () => {
    const browser = await signedIn();
    expect(await browser.state()).toEqual({ state: 'optional', until: null });
    const [changed_by, changed_at] = ['a_admin', '2026-11-22T12:00:00.000Z'];
    await api.store
      .insertInto('settings')
      .values({ name: 'second-factor', value: 'required', changed_by, changed_at })
      .execute();
    expect(await browser.state()).toEqual({ state: 'grace', until: '2026-12-06T12:00:00Z' });
  });

  test('so that the last one stays, and any other goes', async () => {
    const browser = await signedIn('admin');
    const { answer } = await addPasskey(browser);
    expect((await browser.ask('DELETE', '/totp')).status).toBe(404);
    expect((await browser.ask('DELETE', `/passkeys/${answer.body.id}`)).body.code).toBe('last-factor');
    await addApp(browser);
    expect((await browser.ask('DELETE', `/passkeys/${answer.body.id}`)).status).toBe(204);
    expect((await browser.ask('DELETE', '/totp')).body.code).toBe('last-factor');
  });

  test('of nobody else: with the last one its recovery codes go', async () => {
    const browser = await signedIn();
    await addApp(browser);
    await browser.tell('/recovery-codes');
    expect((await browser.ask('DELETE', '/totp')).status).toBe(204);
    expect((await browser.ask('GET', '/factors')).body).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
  });
});

test('the operator makes room for who lost everything; sessions end, the password stays', async () => {
  const browser = await signedIn();
  const { device } = await addPasskey(browser);
  expect(await resetFactors(api.store, 'nikt@shopgold.pl', api.clock.now)).toBe(false);
  expect(await resetFactors(api.store, EMAIL.toUpperCase(), api.clock.now)).toBe(true);
  expect((await browser.ask('GET', '/session')).status).toBe(401);
  expect((await byPasskey(new Browser(), device)).status).toBe(401);
  expect((await new Browser().password()).body).toHaveProperty('agent');
  const events = await api.store.selectFrom('audit').select(['actor', 'action']).orderBy('id', 'desc').execute();
  expect(events).toContainEqual({ actor: 'operator', action: 'agent.factors-reset' });
});

test('no secret, code or token is in the database, the log or a list', async () => {
  const browser = await signedIn();
  const { secret, code } = await addApp(browser);
  const { codes } = (await browser.tell('/recovery-codes')).body;
  wait({ seconds: 60 });
  const half = new Browser();
  await half.password();
  const shown = [
    secret,
    code(),
    ...codes,
    ...codes.map((one: string) => one.replaceAll('-', '')),
    ...half.cookies.values(),
  ];
  const tables = ['agent_totp', 'agent_recovery_codes', 'half_sign_ins', 'passkey_challenges', 'audit'] as const;
  const rows = await Promise.all(tables.map((table) => api.store.selectFrom(table).selectAll().execute()));
  const seen = JSON.stringify([rows, api.logLines, (await browser.ask('GET', '/factors')).text]);
  expect(shown.filter((one) => seen.includes(one))).toEqual([]);
  expect(api.clock.now.epochMilliseconds).toBeGreaterThan(NOW.epochMilliseconds);
});
