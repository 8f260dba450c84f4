import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPasskey, passkeyCreation, renamePasskey } from '../../src/identity/add-passkey.ts';
import { checkFactor } from '../../src/identity/check-factor.ts';
import { checkPasskey, passkeyRequest } from '../../src/identity/check-passkey.ts';
import { factorStanding, isRequiredOf } from '../../src/identity/factor-standing.ts';
import { knownBrowser, rememberBrowser } from '../../src/identity/known-browser.ts';
import { listFactors } from '../../src/identity/list-factors.ts';
import { proofOptions, proveAgain } from '../../src/identity/prove-again.ts';
import { agentSessionLasts, readAgentSession } from '../../src/identity/read-agent-session.ts';
import { makeRecoveryCodes, spendCode } from '../../src/identity/recovery-codes.ts';
import { removePasskey, removeTotp } from '../../src/identity/remove-factor.ts';
import { resetFactors } from '../../src/identity/reset-factors.ts';
import { readHalfSignIn, secondStepOptions, takeSecondStep } from '../../src/identity/second-step.ts';
import { signIn } from '../../src/identity/sign-in.ts';
import { passkeySignInOptions, signInByPasskey } from '../../src/identity/sign-in-by-passkey.ts';
import { confirmTotp, setUpTotp, spendTotp } from '../../src/identity/totp.ts';
import { SoftAuthenticator } from '../support/soft-authenticator.ts';
import { EMAIL, keptAgent, NOW, PARTY, PASSWORD } from './kept-agent.ts';

// The functions one by one; what a browser sees of them is in tests/api/desk/second-factors.test.ts.

let kept: Awaited<ReturnType<typeof keptAgent>>;
beforeEach(async () => {
  kept = await keptAgent();
});
afterEach(() => kept.discard());

const SESSION = 'session-hash';
const session = (tokenHash = SESSION) => ({ agent: kept.agent, tokenHash, isProven: true, hasFactor: false });

async function addApp(): Promise<() => string> {
  const { secret } = await setUpTotp(kept.deps, kept.agent);
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = () => app.generate({ timestamp: kept.clock.now.epochMilliseconds });
  expect(await confirmTotp(kept.deps, kept.agent, code())).toBe('confirmed');
  return code;
}

async function addKey(name = 'Telefon'): Promise<{ device: SoftAuthenticator; id: string }> {
  const device = new SoftAuthenticator('http://localhost');
  const credential = device.create(await passkeyCreation(kept.deps, session(), PARTY));
  const added = await addPasskey(kept.deps, session(), PARTY, { credential, name });
  if (added.outcome !== 'added') throw new Error(added.outcome);
  return { device, id: added.id };
}

async function signedIn(): Promise<string> {
  const result = await signIn(kept.deps, { email: EMAIL, password: PASSWORD });
  if (result?.outcome !== 'signed-in') throw new Error('no session');
  return result.token;
}

describe('an authenticator app', () => {
  test('is given a secret of 160 bits, with the parameters that every app knows and the name of the desk', async () => {
    const { secret, uri } = await setUpTotp(kept.deps, kept.agent);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const { pathname, searchParams } = new URL(uri);
    expect(decodeURIComponent(pathname)).toBe(`/Pomoc online:${EMAIL}`);
    expect(Object.fromEntries(searchParams)).toEqual({
      issuer: 'Pomoc online',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  test('counts once a code of it was shown, which is noted and spent', async () => {
    expect(await confirmTotp(kept.deps, kept.agent, '123456')).toBe('missing');
    const { secret } = await setUpTotp(kept.deps, kept.agent);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW.epochMilliseconds });
    expect(await spendTotp(kept.deps, kept.agent.id, code)).toBe(false);
    expect(await confirmTotp(kept.deps, kept.agent, 'abcdef')).toBe('wrong');
    expect(await confirmTotp(kept.deps, kept.agent, code)).toBe('confirmed');
    expect(await spendTotp(kept.deps, kept.agent.id, code)).toBe(false);
    expect(await kept.events()).toEqual([[kept.agent.id, 'agent.totp-set-up', {}]]);
  });

  test('a code counts one step of thirty seconds before and after its own, once, and none before one that was spent', async () => {
    const code = await addApp();
    const [first, second] = [30, 60].map((seconds) => {
      kept.clock.now = NOW.add({ seconds });
      return code();
    }) as [string, string];
    kept.clock.now = NOW.add({ seconds: 30 });
    expect(await spendTotp(kept.deps, kept.agent.id, second)).toBe(true);
    expect(await spendTotp(kept.deps, kept.agent.id, first)).toBe(false);
    kept.clock.now = NOW.add({ seconds: 120 });
    const third = code();
    kept.clock.now = NOW.add({ seconds: 179 });
    expect(await spendTotp(kept.deps, kept.agent.id, third)).toBe(true);
    kept.clock.now = NOW.add({ seconds: 240 });
    const late = code();
    kept.clock.now = NOW.add({ seconds: 300 });
    expect(await spendTotp(kept.deps, kept.agent.id, late)).toBe(false);
  });

  test.each(['12345', '1234567', '12345a', 'x123456', '123456x', ''])('%j is no code', async (typed) => {
    await addApp();
    expect(await spendTotp(kept.deps, kept.agent.id, typed)).toBe(false);
  });

  test('a code may be typed with the space that apps show', async () => {
    const code = await addApp();
    kept.wait({ seconds: 30 });
    const shown = code();
    expect(await spendTotp(kept.deps, kept.agent.id, ` ${shown.slice(0, 3)} ${shown.slice(3)} `)).toBe(true);
  });
});

describe('recovery codes', () => {
  test('are ten of sixteen signs, for who has a second factor', async () => {
    expect(await makeRecoveryCodes(kept.deps, kept.agent.id)).toBeNull();
    await addApp();
    const codes = (await makeRecoveryCodes(kept.deps, kept.agent.id)) ?? [];
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
    expect((await kept.events()).at(-1)).toEqual([kept.agent.id, 'agent.recovery-codes-made', {}]);
  });

  test('count once, however they are typed, and what is left is noted', async () => {
    await addApp();
    const [code = ''] = (await makeRecoveryCodes(kept.deps, kept.agent.id)) ?? [];
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `;
    const spend = (one: string, agent = kept.agent.id) => spendCode(kept.deps, agent, one);
    expect([await spend(code, 'a_other'), await spend('0000-0000-0000-0000')]).toEqual([false, false]);
    expect([await spend(typed), await spend(code)]).toEqual([true, false]);
    expect((await kept.events()).slice(2)).toEqual([[kept.agent.id, 'agent.recovery-code-used', { left: 9 }]]);
  });

  test.each([
    ['0', 'o'],
    ['0', 'O'],
    ['1', 'i'],
    ['1', 'I'],
    ['1', 'l'],
    ['1', 'L'],
  ])('%s may be read as %s', async (sign, read) => {
    await addApp();
    let code: string | undefined;
    while (!code) code = (await makeRecoveryCodes(kept.deps, kept.agent.id))?.find((one) => one.includes(sign));
    expect(await spendCode(kept.deps, kept.agent.id, code.replaceAll(sign, read))).toBe(true);
  });
});

describe('a passkey', () => {
  const HOLDER = { purpose: 'proof', boundTo: 'x' } as const;
  const ask = (agentId: string | null = kept.agent.id) => passkeyRequest(kept.deps, HOLDER, PARTY, agentId);
  const answer = (credential: unknown, agentId: string | null = kept.agent.id, holder = HOLDER) =>
    checkPasskey(kept.deps, holder, PARTY, { credential, agentId });

  test('is made as one that names its agent and is unlocked each time, and not twice on one device', async () => {
    await addKey();
    const options = await passkeyCreation(kept.deps, session(), PARTY);
    const [one] = await kept.store.selectFrom('agent_passkeys').select('credential_id').execute();
    expect(options).toMatchObject({
      rp: { name: 'Pomoc online', id: 'localhost' },
      user: { id: Buffer.from(kept.agent.id).toString('base64url'), name: EMAIL, displayName: 'Ola' },
      timeout: 300_000,
      attestation: 'none',
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: one?.credential_id, transports: ['internal'], type: 'public-key' }],
    });
  });

  test('is asked for unlocked: those of an agent, or anybody’s', async () => {
    await addKey();
    const [one] = await kept.store.selectFrom('agent_passkeys').select('credential_id').execute();
    expect(await ask()).toMatchObject({
      rpId: 'localhost',
      timeout: 300_000,
      userVerification: 'required',
      allowCredentials: [{ id: one?.credential_id, transports: ['internal'], type: 'public-key' }],
    });
    expect((await ask(null)).allowCredentials ?? []).toEqual([]);
  });

  test('proves its agent, once for each challenge', async () => {
    const { device } = await addKey();
    const credential = device.get(await ask());
    expect([await answer(credential), await answer(credential)]).toEqual([kept.agent.id, null]);
    expect(await answer(device.get(await ask(null)), null)).toBe(kept.agent.id);
    const [row] = await kept.store.selectFrom('agent_passkeys').select(['last_used_at', 'counter']).execute();
    expect(row).toEqual({ last_used_at: '2026-11-22T09:00:00.000Z', counter: 2 });
  });

  test('proves nobody else, nothing else, and nothing after five minutes', async () => {
    const { device } = await addKey();
    expect(await answer(device.get(await ask()), 'a_other')).toBeNull();
    expect(await answer(device.get(await ask()), kept.agent.id, { ...HOLDER, boundTo: 'y' } as never)).toBeNull();
    expect(await answer(new SoftAuthenticator('http://localhost').get(await ask()))).toBeNull();
    const late = device.get(await ask());
    kept.wait({ minutes: 5 });
    expect(await answer(late)).toBeNull();
    const inTime = device.get(await ask());
    kept.wait({ minutes: 4, seconds: 59 });
    expect(await answer(inTime)).toBe(kept.agent.id);
  });

  test.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another site', { rpId: 'evil.example' }],
    ['that nobody unlocked', { isVerified: false }],
    ['whose counter went back', { counter: 0 }],
    ['that names another user', { userHandle: Buffer.from('a_other').toString('base64url') }],
    ['of another ceremony', { type: 'webauthn.create' }],
  ])('%s proves nobody', async (_, otherwise) => {
    const { device } = await addKey();
    expect(await answer(device.get(await ask()))).toBe(kept.agent.id);
    expect(await answer(device.get(await ask(), otherwise))).toBeNull();
  });

  test('that names no user is one of a device that does not', async () => {
    const { device } = await addKey();
    expect(await answer(device.get(await ask(), { userHandle: '' }))).toBe(kept.agent.id);
  });

  test.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another site', { rpId: 'evil.example' }],
    ['that nobody unlocked', { isVerified: false }],
    ['of another challenge', { challenge: 'c'.repeat(43) }],
  ])('%s is not kept', async (_, otherwise) => {
    const device = new SoftAuthenticator('http://localhost');
    const credential = device.create(await passkeyCreation(kept.deps, session(), PARTY), otherwise);
    expect(await addPasskey(kept.deps, session(), PARTY, { credential, name: 'x' })).toEqual({ outcome: 'wrong' });
    expect(await kept.events()).toEqual([]);
  });

  test('is kept for the session that asked, once, and listed under its name', async () => {
    const device = new SoftAuthenticator('http://localhost');
    const credential = device.create(await passkeyCreation(kept.deps, session(), PARTY));
    const add = (tokenHash: string) =>
      addPasskey(kept.deps, session(tokenHash), PARTY, { credential, name: 'Telefon' });
    expect(await add('another-session')).toEqual({ outcome: 'wrong' });
    const added = await add(SESSION);
    expect([added, await add(SESSION)]).toEqual([
      { outcome: 'added', id: expect.stringMatching(/^p_[\w-]+$/) },
      { outcome: 'wrong' },
    ]);
    const again = device.create(await passkeyCreation(kept.deps, session(), PARTY));
    expect(await addPasskey(kept.deps, session(), PARTY, { credential: again, name: 'x' })).toEqual({
      outcome: 'wrong',
    });
    const id = 'id' in added ? added.id : '';
    expect(await listFactors(kept.deps, { ...session(), hasFactor: true })).toEqual({
      standing: { state: 'has', until: null },
      passkeys: [{ id, name: 'Telefon', addedAt: '2026-11-22T09:00:00.000Z', lastUsedAt: null, isBackedUp: false }],
      totpSince: null,
      recoveryCodesLeft: 0,
    });
    expect(await kept.events()).toEqual([[kept.agent.id, 'agent.passkey-added', { passkey: id }]]);
  });

  test('is renamed by its agent alone', async () => {
    const { id } = await addKey();
    const rename = (agentId: string) => renamePasskey(kept.deps, agentId, id, 'Klucz');
    expect([await rename('a_other'), await rename(kept.agent.id)]).toEqual([false, true]);
    expect((await listFactors(kept.deps, session())).passkeys).toMatchObject([{ name: 'Klucz' }]);
    expect((await kept.events()).slice(1)).toEqual([[kept.agent.id, 'agent.passkey-renamed', { passkey: id }]]);
  });

  test('is one of twenty at most', async () => {
    const { id } = await addKey();
    const row = await kept.store.selectFrom('agent_passkeys').selectAll().executeTakeFirstOrThrow();
    for (let count = 2; count < 20; count++) {
      const other = { ...row, id: `p_${count}`, credential_id: `c${count}` };
      await kept.store.insertInto('agent_passkeys').values(other).execute();
    }
    expect((await addKey()).id).not.toBe(id);
    await expect(addKey()).rejects.toThrow('full');
  });

  test('signs in alone, by a challenge of this browser, and no disabled agent', async () => {
    const { device } = await addKey();
    const begin = () => passkeySignInOptions(kept.deps, PARTY);
    const enter = (token: string, credential: unknown) =>
      signInByPasskey(kept.deps, token, credential, { party: PARTY, label: 'Firefox' });
    const [one, other] = [await begin(), await begin()];
    expect(await enter('c_short', device.get(one.options))).toBeNull();
    expect(await enter(other.token, device.get(one.options))).toBeNull();
    const entered = await enter(one.token, device.get(one.options));
    expect(entered?.agent).toEqual(kept.agent);
    expect(await readAgentSession(kept.store, entered?.token ?? '', NOW)).toMatchObject({
      isProven: true,
      hasFactor: true,
    });
    await kept.store.updateTable('agents').set({ disabled_at: '2026-11-22T09:00:00.000Z' }).execute();
    const late = await begin();
    expect(await enter(late.token, device.get(late.options))).toBeNull();
  });
});

describe('a second factor that is shown', () => {
  const check = (proof: Parameters<typeof checkFactor>[2]) =>
    checkFactor(
      kept.deps,
      { agentId: kept.agent.id, holder: { purpose: 'proof', boundTo: SESSION }, party: PARTY },
      proof,
    );

  test('is right in each of its ways, and a wrong one is noted', async () => {
    const code = await addApp();
    const { device } = await addKey();
    const [recovery = ''] = (await makeRecoveryCodes(kept.deps, kept.agent.id)) ?? [];
    kept.wait({ seconds: 30 });
    const before = (await kept.events()).length;
    const ask = () => passkeyRequest(kept.deps, { purpose: 'proof', boundTo: SESSION }, PARTY, kept.agent.id);
    const credential = device.get(await ask()) as never;
    expect(await check({ way: 'totp', code: code() })).toBe(true);
    expect(await check({ way: 'passkey', credential })).toBe(true);
    expect(await check({ way: 'recovery', code: recovery })).toBe(true);
    expect(await check({ way: 'totp', code: code() })).toBe(false);
    expect(await check({ way: 'passkey', credential })).toBe(false);
    expect(await check({ way: 'recovery', code: recovery })).toBe(false);
    expect((await kept.events()).slice(before)).toEqual([
      [kept.agent.id, 'agent.recovery-code-used', { left: 9 }],
      [kept.agent.id, 'agent.proof-refused', { way: 'totp' }],
      [kept.agent.id, 'agent.proof-refused', { way: 'passkey' }],
      [kept.agent.id, 'agent.proof-refused', { way: 'recovery' }],
    ]);
  });
});

describe('the second step of a sign-in', () => {
  async function half() {
    const begun = await signIn(kept.deps, { email: EMAIL, password: PASSWORD });
    if (begun?.outcome !== 'second-step') throw new Error('no second step');
    const found = await readHalfSignIn(kept.deps, begun.token);
    if (!found) throw new Error('over');
    return { token: begun.token, ways: begun.ways, half: found };
  }
  const take = (one: Awaited<ReturnType<typeof half>>, code: string) =>
    takeSecondStep(kept.deps, one.half, { way: 'totp', code }, { party: PARTY, label: 'Firefox · Windows' });

  test('asks for what the agent has, a passkey with its options', async () => {
    await addApp();
    const one = await half();
    expect([one.ways, await secondStepOptions(kept.deps, one.half, PARTY)]).toEqual([
      ['totp'],
      { ways: ['totp'], options: null },
    ]);
    const { device } = await addKey();
    const { ways, options } = await secondStepOptions(kept.deps, one.half, PARTY);
    expect(ways).toEqual(['passkey', 'totp']);
    const credential = device.get(options ?? { challenge: '' }) as never;
    const taken = await takeSecondStep(
      kept.deps,
      one.half,
      { way: 'passkey', credential },
      { party: PARTY, label: null },
    );
    expect(taken.outcome).toBe('signed-in');
  });

  test('signs in once, with the label of the browser', async () => {
    const code = await addApp();
    const one = await half();
    kept.wait({ seconds: 30 });
    expect(await take(one, code())).toMatchObject({ outcome: 'signed-in', agent: kept.agent });
    kept.wait({ seconds: 30 });
    expect(await take(one, code())).toEqual({ outcome: 'over' });
    expect(await readHalfSignIn(kept.deps, one.token)).toBeNull();
    const [stored] = await kept.store.selectFrom('agent_sessions').select('label').execute();
    expect(stored?.label).toBe('Firefox · Windows');
  });

  test('waits five minutes, and takes five wrong ones', async () => {
    const code = await addApp();
    const one = await half();
    for (let tries = 0; tries < 5; tries++) expect(await take(one, 'abcdef')).toEqual({ outcome: 'wrong' });
    kept.wait({ seconds: 30 });
    expect(await take(one, code())).toEqual({ outcome: 'over' });
    const other = await half();
    kept.wait({ minutes: 4, seconds: 59, milliseconds: 999 });
    expect(await readHalfSignIn(kept.deps, other.token)).not.toBeNull();
    kept.wait({ milliseconds: 1 });
    expect(await readHalfSignIn(kept.deps, other.token)).toBeNull();
    expect(await take(other, code())).toEqual({ outcome: 'over' });
  });

  test('waits for five sign-ins of an agent at a time, the newest', async () => {
    await addApp();
    const tokens: string[] = [];
    for (let count = 0; count < 6; count++) {
      tokens.push((await half()).token);
      kept.wait({ seconds: 1 });
    }
    const open = await Promise.all(tokens.map((token) => readHalfSignIn(kept.deps, token)));
    expect(open.map((one) => one !== null)).toEqual([false, true, true, true, true, true]);
  });

  test.each(['h_short', 'd_'.padEnd(45, 'x'), `h_${'x'.repeat(44)}`, `xh_${'x'.repeat(43)}`])(
    'is not found by %s',
    async (token) => {
      expect(await readHalfSignIn(kept.deps, token)).toBeNull();
    },
  );
});

describe('who proves themselves again', () => {
  const prove = (proof: Parameters<typeof proveAgain>[2]) => proveAgain(kept.deps, session(), proof, PARTY);

  test('does so by the password when they have nothing else, and the session remembers it', async () => {
    const token = await signedIn();
    kept.wait({ minutes: 10 });
    const read = async () => readAgentSession(kept.store, token, kept.clock.now);
    const own = await read();
    if (!own) throw new Error('no session');
    expect(await proofOptions(kept.deps, own, PARTY)).toEqual({ isProven: false, ways: ['password'], options: null });
    const again = (password: string) => proveAgain(kept.deps, own, { way: 'password', password }, PARTY);
    expect([await again('nie to'), (await read())?.isProven]).toEqual([false, false]);
    expect([await again(PASSWORD), (await read())?.isProven]).toEqual([true, true]);
    expect((await kept.events()).slice(1)).toEqual([
      [kept.agent.id, 'agent.password-refused', {}],
      [kept.agent.id, 'agent.proven', { way: 'password' }],
    ]);
  });

  test('does so by a factor when they have one, and no more by the password', async () => {
    const code = await addApp();
    kept.wait({ seconds: 30 });
    expect(await prove({ way: 'password', password: PASSWORD })).toBe(false);
    expect(await prove({ way: 'totp', code: '000000' === code() ? '000001' : '000000' })).toBe(false);
    expect(await prove({ way: 'totp', code: code() })).toBe(true);
    expect((await kept.events()).at(-1)).toEqual([kept.agent.id, 'agent.proven', { way: 'totp' }]);
  });

  test('is asked for a passkey by the challenge of their own session', async () => {
    const { device } = await addKey();
    const { ways, options } = await proofOptions(kept.deps, session(), PARTY);
    expect(ways).toEqual(['passkey']);
    const proof = { way: 'passkey', credential: device.get(options ?? { challenge: '' }) } as never;
    expect(await proveAgain(kept.deps, session('another'), proof, PARTY)).toBe(false);
    expect(await prove(proof)).toBe(true);
  });
});

describe('whether a second factor is required', () => {
  const admin = { role: 'admin' } as const;
  const agent = { role: 'agent' } as const;
  const standing = (who: typeof admin | typeof agent, hasFactor = false) => factorStanding(kept.deps, who, hasFactor);
  const say = (changed_at: string) =>
    kept.store
      .insertInto('settings')
      .values({ name: 'second-factor', value: 'required', changed_by: 'a_admin', changed_at })
      .execute();

  test('of admins from the first time that somebody asks', async () => {
    expect(await standing(admin)).toEqual({ state: 'grace', until: '2026-12-06T09:00:00Z' });
    kept.wait({ hours: 24 });
    expect(await standing(admin)).toEqual({ state: 'grace', until: '2026-12-06T09:00:00Z' });
    kept.wait({ hours: 24 * 13 });
    expect(await standing(admin)).toEqual({ state: 'needed', until: null });
    expect(await standing(admin, true)).toEqual({ state: 'has', until: null });
  });

  test('of admins whatever the vendor says later: their days do not begin anew', async () => {
    await standing(admin);
    await say('2026-11-23T09:00:00.000Z');
    kept.wait({ hours: 48 });
    expect(await standing(admin)).toEqual({ state: 'grace', until: '2026-12-06T09:00:00Z' });
  });

  test('of agents when the vendor says so, from then, or from the first time that somebody asks after it', async () => {
    expect([await standing(agent), await isRequiredOf(kept.deps, agent), await isRequiredOf(kept.deps, admin)]).toEqual(
      [{ state: 'optional', until: null }, false, true],
    );
    await say('2026-11-21T09:00:00.000Z');
    expect(await standing(agent)).toEqual({ state: 'grace', until: '2026-12-06T09:00:00Z' });
    expect(await isRequiredOf(kept.deps, agent)).toBe(true);
    await kept.store.updateTable('settings').set({ changed_at: '2026-11-22T12:00:00.000Z' }).execute();
    expect(await standing(agent)).toEqual({ state: 'grace', until: '2026-12-06T12:00:00Z' });
  });
});

describe('a factor is removed', () => {
  test('and with the last one the recovery codes', async () => {
    const { id } = await addKey();
    await addApp();
    await makeRecoveryCodes(kept.deps, kept.agent.id);
    const before = (await kept.events()).length;
    expect(await removePasskey(kept.deps, session(), 'p_other')).toBe('missing');
    expect(await removePasskey(kept.deps, session(), id)).toBe('removed');
    expect(await listFactors(kept.deps, session())).toMatchObject({ passkeys: [], recoveryCodesLeft: 10 });
    expect((await listFactors(kept.deps, session())).totpSince).toBe('2026-11-22T09:00:00.000Z');
    expect([await removeTotp(kept.deps, session()), await removeTotp(kept.deps, session())]).toEqual([
      'removed',
      'missing',
    ]);
    expect(await listFactors(kept.deps, session())).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
    expect((await kept.events()).slice(before)).toEqual([
      [kept.agent.id, 'agent.passkey-removed', { passkey: id }],
      [kept.agent.id, 'agent.totp-removed', {}],
    ]);
  });

  test('but not the last one of an admin', async () => {
    await kept.store.updateTable('agents').set({ role: 'admin' }).execute();
    const own = { ...session(), agent: { ...kept.agent, role: 'admin' } } as const;
    const { id } = await addKey();
    expect(await removePasskey(kept.deps, own, id)).toBe('last');
    await addApp();
    expect([await removePasskey(kept.deps, own, id), await removeTotp(kept.deps, own)]).toEqual(['removed', 'last']);
  });

  test('with all others by the operator, who ends the sessions and leaves the password', async () => {
    const token = await signedIn();
    await addApp();
    expect([
      await resetFactors(kept.store, 'nikt@x.pl', NOW),
      await resetFactors(kept.store, ` ${EMAIL.toUpperCase()}`, NOW),
    ]).toEqual([false, true]);
    expect(await readAgentSession(kept.store, token, NOW)).toBeNull();
    await signedIn();
    expect(await kept.events()).toContainEqual(['operator', 'agent.factors-reset', { agent: kept.agent.id }]);
  });
});

describe('a browser', () => {
  const known = (token: string | null, email = EMAIL) => knownBrowser(kept.deps, token, email);

  test('is known for a year after the last sign-in there, to the agents who signed in', async () => {
    const token = await rememberBrowser(kept.deps, kept.agent, null);
    expect(token).toMatch(/^b_[\w-]{43}$/);
    expect([await known(null), await known('b_other'), await known(token, 'jan@x.pl')]).toEqual([null, null, null]);
    expect(await known(token)).toMatch(/^[\da-f]{64}$/);
    kept.wait({ hours: 365 * 24 - 1 });
    expect(await known(token)).not.toBeNull();
    expect(await rememberBrowser(kept.deps, kept.agent, token)).toBe(token);
    kept.wait({ hours: 365 * 24 });
    expect(await known(token)).toBeNull();
  });

  test('with a token that is not ours gets another one', async () => {
    const brought = `b_${'x'.repeat(43)}`;
    const token = await rememberBrowser(kept.deps, kept.agent, brought);
    expect(token).not.toBe(brought);
    expect([await known(token), await known(brought)]).toEqual([expect.any(String), null]);
  });
});

describe('a session', () => {
  test('is begun and noted by a sign-in, under an id that is not its token', async () => {
    await signedIn();
    const rows = await kept.store.selectFrom('agent_sessions').select(['id', 'expires_at', 'proven_at']).execute();
    const [proven_at, expires_at] = ['2026-11-22T09:00:00.000Z', '2026-11-22T21:00:00.000Z'];
    expect(rows).toEqual([{ id: expect.stringMatching(/^e_[\w-]+$/), proven_at, expires_at }]);
    expect(await kept.events()).toEqual([[kept.agent.id, 'agent.signed-in', {}]]);
  });

  test('lasts for two hours after a use, which looking at whether it lasts is not', async () => {
    const token = await signedIn();
    const lasts = () => agentSessionLasts(kept.store, token, kept.clock.now);
    kept.wait({ hours: 1, minutes: 59 });
    expect([await lasts(), await agentSessionLasts(kept.store, 'd_other', kept.clock.now)]).toEqual([true, false]);
    kept.wait({ minutes: 1 });
    expect([await lasts(), await readAgentSession(kept.store, token, kept.clock.now)]).toEqual([false, null]);
  });

  test('is used when it is read, which is stored once a minute', async () => {
    const token = await signedIn();
    const readAfter = async (seconds: number) => {
      kept.clock.now = NOW.add({ seconds });
      await readAgentSession(kept.store, token, kept.clock.now);
      return (await kept.store.selectFrom('agent_sessions').select('last_used_at').executeTakeFirst())?.last_used_at;
    };
    expect([await readAfter(59), await readAfter(60)]).toEqual([
      '2026-11-22T09:00:00.000Z',
      '2026-11-22T09:01:00.000Z',
    ]);
    for (const other of [`x${token}`, `${token}x`, 'd_short'])
      expect(await readAgentSession(kept.store, other, NOW)).toBeNull();
  });
});
