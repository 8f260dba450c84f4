import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeskSessions, listDeskSessions } from '../../../src/contract/desk/sessions.ts';
import { addAgent } from '../../../src/identity/add-agent.ts';
import { sha256 } from '../../../src/identity/token.ts';
import { CHEAP_PASSWORDS } from '../../support/cheap-passwords.ts';
import { post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

const PASSWORD = 'konik na biegunach';
const NEW_PASSWORD = 'zielony czajnik';
const OLA = 'ola@shopgold.pl';
const JAN = 'jan@shopgold.pl';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:156.0) Gecko/20100101 Firefox/156.0';

let api: Service;
beforeEach(async () => {
  api = await service();
  for (const [email, name] of [
    [OLA, 'Ola'],
    [JAN, 'Jan'],
  ] as const) {
    await addAgent(api.store, { email, name, role: 'agent', password: PASSWORD }, NOW, CHEAP_PASSWORDS);
  }
});
afterEach(() => api.discard());

/** Signs in and gives the cookie. */
async function signIn(email = OLA, userAgent = FIREFOX, password = PASSWORD): Promise<string> {
  const response = await api.app.request('/api/desk/session', post({ email, password }, { 'User-Agent': userAgent }));
  expect(response.status).toBe(200);
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

async function desk(cookie: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), Cookie: cookie };
  return api.app.request(`/api/desk${path}`, { ...init, headers });
}

async function sessions(cookie: string): Promise<DeskSessions> {
  return listDeskSessions.answer.parse(await (await desk(cookie, '/sessions')).json()).sessions;
}

const lasts = async (cookie: string) => (await desk(cookie, '/session')).status === 200;
const end = (cookie: string, id: string) => desk(cookie, `/sessions/${id}`, { method: 'DELETE' });
const change = (cookie: string, oldPassword = PASSWORD, newPassword = NEW_PASSWORD) =>
  desk(cookie, '/password', post({ oldPassword, newPassword }));

test('an agent sees where he is signed in: the session that asks first, then the last used', async () => {
  const office = await signIn();
  api.clock.now = NOW.add({ minutes: 10 });
  await signIn(OLA, '');
  api.clock.now = NOW.add({ minutes: 20 });
  await signIn(JAN);
  expect(await sessions(office)).toEqual([
    {
      id: expect.stringMatching(/^e_[\w-]{12}$/),
      label: 'Firefox · Windows',
      begunAt: '2026-11-22T09:00:00.000Z',
      lastUsedAt: '2026-11-22T09:20:00.000Z',
      isThis: true,
    },
    {
      id: expect.any(String),
      label: null,
      begunAt: '2026-11-22T09:10:00.000Z',
      lastUsedAt: '2026-11-22T09:10:00.000Z',
      isThis: false,
    },
  ]);
});

test('what names a session opens nothing and gives nothing of its token away', async () => {
  const cookie = await signIn();
  const token = cookie.split('=')[1] ?? '';
  const text = await (await desk(cookie, '/sessions')).text();
  expect(text).not.toContain(token);
  expect(text).not.toContain(sha256(token).slice(0, 12));
  const [{ id } = { id: '' }] = await sessions(cookie);
  expect(await lasts(`__Host-pomoc-desk=${id}`)).toBe(false);
});

test('of the header nothing is kept but the label', async () => {
  await signIn(OLA, `${FIREFOX} <script>alert(1)</script> secret-of-this-machine`);
  const rows = JSON.stringify(await api.store.selectFrom('agent_sessions').selectAll().execute());
  expect(rows).toContain('Firefox · Windows');
  expect(rows).not.toMatch(/secret|script|Gecko/);
});

test('a session ended from another place is over at once', async () => {
  const [office, home] = [await signIn(), await signIn()];
  const other = (await sessions(office)).find(({ isThis }) => !isThis);
  expect((await end(office, other?.id ?? '')).status).toBe(204);
  expect([await lasts(office), await lasts(home)]).toEqual([true, false]);
  expect((await end(office, other?.id ?? '')).status).toBe(204);
  const actions = await api.store
    .selectFrom('audit')
    .select('action')
    .where('action', '=', 'agent.session-ended')
    .execute();
  expect(actions).toHaveLength(1);
});

test('nobody ends a session of somebody else, or learns that there is one', async () => {
  const [ola, jan] = [await signIn(OLA), await signIn(JAN)];
  const [{ id } = { id: '' }] = await sessions(jan);
  const [theirs, nothing] = [await end(ola, id), await end(ola, 'e_nothing')];
  expect([theirs.status, await theirs.text()]).toEqual([nothing.status, await nothing.text()]);
  expect(await lasts(jan)).toBe(true);
});

test('sessions that are over are not among them', async () => {
  await signIn();
  api.clock.now = NOW.add({ hours: 2 });
  expect(await sessions(await signIn())).toHaveLength(1);
});

describe('the own password', () => {
  test('is changed with the old one: other sessions end, this one goes on', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const jan = await signIn(JAN);
    expect((await change(here)).status).toBe(204);
    expect([await lasts(here), await lasts(there), await lasts(jan)]).toEqual([true, false, true]);
    expect(await lasts(await signIn(OLA, FIREFOX, NEW_PASSWORD))).toBe(true);
    const old = await api.app.request('/api/desk/session', post({ email: OLA, password: PASSWORD }));
    expect(old.status).toBe(401);
  });

  test('is not changed without it, and nobody is signed out', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const response = await change(here, 'zle haslo');
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'wrong-password' }]);
    expect([await lasts(here), await lasts(there)]).toEqual([true, true]);
    expect(await lasts(await signIn())).toBe(true);
  });

  test.each(['krótkie', 'x'.repeat(201), 'dwie\nlinie hasła'])('cannot become %j', async (newPassword) => {
    expect((await change(await signIn(), PASSWORD, newPassword)).status).toBe(422);
    expect(await lasts(await signIn())).toBe(true);
  });

  test('is tried as often as signing in, and no oftener', async () => {
    const here = await signIn();
    for (let round = 0; round < 5; round++) expect((await change(here, 'zle haslo')).status).toBe(403);
    const response = await change(here);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    const signingIn = await api.app.request('/api/desk/session', post({ email: OLA, password: PASSWORD }));
    expect(signingIn.status).toBe(429);
    expect(await lasts(here)).toBe(true);
  });

  test('leaves lines in the trail that say who, and no word of it', async () => {
    const here = await signIn();
    await change(here, 'zle haslo');
    await change(here);
    const rows = await api.store
      .selectFrom('audit')
      .selectAll()
      .where('action', 'in', ['agent.password-changed', 'agent.password-refused'])
      .orderBy('id')
      .execute();
    expect(rows.map(({ action }) => action)).toEqual(['agent.password-refused', 'agent.password-changed']);
    expect(JSON.stringify(rows)).not.toMatch(/haslo|czajnik|konik/);
  });
});
