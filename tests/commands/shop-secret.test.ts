import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  listShopSecretsCommand,
  makeShopSecretCommand,
  revokeShopSecretCommand,
} from '../../src/commands/shop-secret.ts';
import { claims, sign } from '../support/an-assertion.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { post, ROWERY, ZURAW } from '../support/requests.ts';
import { SECRET_KEYS, type Service, service } from '../support/service.ts';

const ZURAW_NUMBER = ZURAW.supportNumber;

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

/** Makes a secret and reads it off the terminal, as the operator does. */
async function makeSecret(): Promise<{ kid: string; secret: string }> {
  const terminal = collectingTerminal();
  expect(await makeShopSecretCommand(api.store, terminal, SECRET_KEYS, ZURAW_NUMBER)).toBe(0);
  const [kid = '', secret = ''] = terminal.lines.map((line) => /^(?:kid|sekret): +(\S+)$/.exec(line)?.[1]);
  expect(kid).toMatch(/^k_[A-Za-z0-9_-]{12}$/);
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  return { kid, secret };
}

async function exchange(secret: { kid: string; secret: string }): Promise<number> {
  return (await api.app.request('/api/v1/session', post({ token: sign(claims(), secret) }))).status;
}

async function listed(): Promise<string> {
  const terminal = collectingTerminal();
  expect(await listShopSecretsCommand(api.store, terminal, ZURAW_NUMBER)).toBe(0);
  return terminal.lines.join('\n');
}

test('what it prints is what the panel signs with', async () => {
  expect(await exchange(await makeSecret())).toBe(201);
});

test('two are valid at once, so that a panel can change over; then the old one is revoked', async () => {
  const [old, fresh] = [await makeSecret(), await makeSecret()];
  expect([await exchange(old), await exchange(fresh)]).toEqual([201, 201]);
  const terminal = collectingTerminal();
  expect(await revokeShopSecretCommand(api.store, terminal, ZURAW_NUMBER, old.kid)).toBe(0);
  expect(terminal.lines).toEqual([`Unieważniono ${old.kid}; otwarte nim sesje są zamknięte.`]);
  expect([await exchange(old), await exchange(fresh)]).toEqual([401, 201]);
});

test('the list names every secret and shows none', async () => {
  const [old, fresh] = [await makeSecret(), await makeSecret()];
  await revokeShopSecretCommand(api.store, collectingTerminal(), ZURAW_NUMBER, old.kid);
  const text = await listed();
  expect(text).toMatch(new RegExp(`^${old.kid} +2026-11-22T09:00:00.000Z +2026-11-22T09:00:00.000Z$`, 'm'));
  expect(text).toMatch(new RegExp(`^${fresh.kid} +2026-11-22T09:00:00.000Z +ważny$`, 'm'));
  expect(text).not.toContain(old.secret);
  expect(text).not.toContain(fresh.secret);
});

test('a secret can be revoked once, and only as its own shop’s', async () => {
  const { kid } = await makeSecret();
  const terminal = collectingTerminal();
  expect(await revokeShopSecretCommand(api.store, terminal, ROWERY.supportNumber, kid)).toBe(1);
  expect(await revokeShopSecretCommand(api.store, collectingTerminal(), ZURAW_NUMBER, kid)).toBe(0);
  expect(await revokeShopSecretCommand(api.store, terminal, ZURAW_NUMBER, kid)).toBe(1);
  expect(terminal.errors).toEqual([
    `Sklep ${ROWERY.supportNumber} nie ma ważnego sekretu ${kid}.`,
    `Sklep ${ZURAW_NUMBER} nie ma ważnego sekretu ${kid}.`,
  ]);
});

test('a number that is not ours has no secrets', async () => {
  const terminal = collectingTerminal();
  expect(await makeShopSecretCommand(api.store, terminal, SECRET_KEYS, 'NieMaGo1')).toBe(1);
  expect(await listShopSecretsCommand(api.store, terminal, 'NieMaGo1')).toBe(1);
  expect(await revokeShopSecretCommand(api.store, terminal, 'NieMaGo1', 'k_1')).toBe(1);
  expect(terminal.errors).toEqual(Array(3).fill('Nie ma sklepu o numerze NieMaGo1.'));
  expect(await api.store.selectFrom('shop_secrets').selectAll().execute()).toEqual([]);
});

test('making and revoking leave audit lines that name the secret by its id', async () => {
  const { kid, secret } = await makeSecret();
  await revokeShopSecretCommand(api.store, collectingTerminal(), ZURAW_NUMBER, kid);
  const lines = (await api.store.selectFrom('audit').selectAll().execute()).filter(({ details }) =>
    details.includes(kid),
  );
  expect(lines.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
    'operator shop-secret.made',
    'operator shop-secret.revoked',
  ]);
  expect(JSON.stringify(lines)).not.toContain(secret);
});
