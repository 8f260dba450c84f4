import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from '../../src/contract/shops/open-session.ts';
import { addAgent } from '../../src/identity/add-agent.ts';
import { changePassword } from '../../src/identity/change-password.ts';
import { makeShopSecret } from '../../src/identity/make-shop-secret.ts';
import { revokeShopSecret } from '../../src/identity/revoke-shop-secret.ts';
import { toSecretKey } from '../../src/identity/seal.ts';
import { claims, sign } from '../support/an-assertion.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { post, ZURAW } from '../support/requests.ts';
import { NOW, SECRET_KEYS, type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

/** What must never be seen outside: every token, secret, cookie and password that was used, and parts of the long ones. */
const used: string[] = [];

function use<Text extends string>(secret: Text): Text {
  used.push(secret, ...secret.split('.').filter((part) => part.length > 20));
  return secret;
}

async function desk(method: string, body?: unknown, cookie = ''): Promise<Response> {
  const init = body === undefined ? { method, headers: {} } : post(body);
  return api.app.request('/api/desk/session', { ...init, headers: { ...init.headers, Cookie: cookie } });
}

/** Everything about identity that can go right or wrong, once. */
async function liveThroughIt(): Promise<void> {
  const secret = await makeShopSecret(api.store, SECRET_KEYS, ZURAW.supportNumber, NOW);
  const foreign = await makeShopSecret(api.store, [toSecretKey(new Uint8Array(32).fill(9))], ZURAW.supportNumber, NOW);
  if (!secret || !foreign) throw new Error('no secret');
  use(secret.secret);
  use(foreign.secret);
  const token = use(sign(claims(), secret));
  const opened = await api.app.request('/api/v1/session', post({ token }));
  use(openSession.answer.parse(await opened.json()).session);
  for (const refused of [token, `${token}x`, use(sign(claims({ aud: 'x' }), secret)), use(sign(claims(), foreign))]) {
    await api.app.request('/api/v1/session', post({ token: refused }));
  }
  await api.app.request('/api/v1/session', post({ token: [token] }));
  await api.app.request(`/api/v1/session?token=${token}`, post({ token }));
  await api.app.request(`/api/v1/${token}`);

  const [email, password] = ['anna.nowak@shopgold.pl', use('konik na biegunach')];
  await addAgent(api.store, { email, name: 'Anna', role: 'agent', password }, NOW, CHEAP_PASSWORDS);
  await desk('POST', { email, password: use('zupełnie złe hasło') });
  const cookie = (await desk('POST', { email, password })).headers.get('Set-Cookie')?.split(';')[0] ?? '';
  use(cookie.split('=')[1] ?? '');
  await desk('GET', undefined, cookie);
  await desk('DELETE', undefined, cookie);
  await desk('GET', undefined, cookie);
  await changePassword(api.store, email, use('zupełnie nowe hasło'), NOW, CHEAP_PASSWORDS);
  await revokeShopSecret(api.store, ZURAW.supportNumber, secret.kid, NOW);
  vi.spyOn(api.store, 'transaction').mockImplementation(() => {
    throw new Error('the disk is gone');
  });
  await api.app.request('/api/v1/session', post({ token }));
  await desk('POST', { email, password: 'zupełnie nowe hasło' });
  vi.restoreAllMocks();
}

test('no token, secret, cookie or password stands in the log, the audit trail or any table', async () => {
  await liveThroughIt();
  expect(used.length).toBeGreaterThan(12);
  expect(api.logLines.map((line) => JSON.parse(line).code ?? '')).toContain('internal'); // faults were logged too
  const tables = ['audit', 'shop_secrets', 'used_assertions', 'shop_sessions', 'agents', 'agent_sessions'] as const;
  const rows = await Promise.all(tables.map((table) => api.store.selectFrom(table).selectAll().execute()));
  for (const place of [api.logLines.join(''), JSON.stringify(rows)]) {
    expect(used.filter((secret) => place.includes(secret))).toEqual([]);
  }
});

test('the log names nobody either', async () => {
  await liveThroughIt();
  expect(api.logLines.join('')).not.toMatch(/anna|nowak|7KcWt9Ru|zuraw/i);
});
