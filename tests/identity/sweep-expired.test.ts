import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeShopSecret, type ShopSecret } from '../../src/identity/make-shop-secret.ts';
import { sweepExpired } from '../../src/identity/sweep-expired.ts';
import { insertAgentSession } from '../../src/store/agent-sessions.ts';
import { insertAgent } from '../../src/store/agents.ts';
import { claims, NOW_SECONDS, sign } from '../support/an-assertion.ts';
import { post, ZURAW } from '../support/requests.ts';
import { NOW, SECRET_KEYS, type Service, service } from '../support/service.ts';

let api: Service;
let secret: ShopSecret;
beforeEach(async () => {
  api = await service();
  const made = await makeShopSecret(api.store, SECRET_KEYS, ZURAW.supportNumber, NOW);
  if (!made) throw new Error('no secret');
  secret = made;
});
afterEach(() => api.discard());

async function exchange(token: string): Promise<number> {
  return (await api.app.request('/api/v1/session', post({ token }))).status;
}

async function rowsLeft(table: 'used_assertions' | 'shop_sessions' | 'agent_sessions'): Promise<number> {
  return (await api.store.selectFrom(table).selectAll().execute()).length;
}

test('a used assertion is forgotten at the very second from which it would be refused anyway', async () => {
  const token = sign(claims({ exp: NOW_SECONDS + 60 }), secret);
  expect(await exchange(token)).toBe(201);
  const end = NOW.add({ seconds: 90 });
  for (const now of [NOW, end.subtract({ milliseconds: 1 }), end, end.add({ milliseconds: 999 })]) {
    api.clock.now = now;
    await sweepExpired(api.store, now);
    expect(await exchange(token), String(now)).toBe(401);
  }
  expect(await rowsLeft('used_assertions')).toBe(0);
});

test('a shop session goes when its hour is over, not before', async () => {
  await exchange(sign(claims(), secret));
  await sweepExpired(api.store, NOW.add({ minutes: 60 }).subtract({ milliseconds: 1 }));
  expect(await rowsLeft('shop_sessions')).toBe(1);
  expect(await sweepExpired(api.store, NOW.add({ minutes: 60 }))).toBe(1);
  expect(await rowsLeft('shop_sessions')).toBe(0);
});

test.each([
  ['unused for two hours', '2026-11-22T07:00:00.000Z', '2026-11-22T15:00:00.000Z', 0],
  ['twelve hours old', '2026-11-22T08:59:00.000Z', '2026-11-22T09:00:00.000Z', 0],
  ['in use', '2026-11-22T07:00:00.001Z', '2026-11-22T09:00:00.001Z', 1],
])('an agent’s session that is %s: %i left', async (_, lastUsedAt, expiresAt, left) => {
  await insertAgent(api.store, {
    id: 'a_1',
    email: 'anna@shopgold.pl',
    name: 'Anna',
    role: 'agent',
    password_hash: '',
    created_at: lastUsedAt,
    disabled_at: null,
  });
  await insertAgentSession(api.store, {
    token_hash: 'x',
    id: 'e_1',
    agent_id: 'a_1',
    created_at: lastUsedAt,
    last_used_at: lastUsedAt,
    expires_at: expiresAt,
  });
  await sweepExpired(api.store, NOW);
  expect(await rowsLeft('agent_sessions')).toBe(left);
});
