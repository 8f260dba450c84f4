import { afterAll, beforeAll, expect, test } from 'vitest';
import { identifyCaller } from '../../src/identity/caller.ts';
import { hashToken } from '../../src/identity/token.ts';
import { aSecret, aSession } from '../support/an-assertion.ts';
import { newToken } from '../support/customer.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
let session: string;
beforeAll(async () => {
  api = await service();
  session = await aSession(api, await aSecret(api));
});
afterAll(() => api.discard());

const caller = (authorization: string | undefined) => identifyCaller(api.store, authorization, NOW);

test.each(['Bearer', 'bearer', 'BEARER'])(
  '%s and a ticket token: whoever holds the token, by its hash',
  async (scheme) => {
    const token = newToken();
    expect(await caller(`${scheme} ${token}`)).toEqual({ kind: 'token', tokenHash: hashToken(token) });
  },
);

test('a session is its shop', async () => {
  expect(await caller(`Bearer ${session}`)).toEqual({ kind: 'session', shopId: 1 });
});

test.each([
  ['no header', undefined],
  ['an empty one', ''],
  ['a session that never was', `Bearer s_${newToken()}`],
  ['a word before', `xBearer ${newToken()}`],
  ['a word behind', `Bearer ${newToken()} x`],
  ['another scheme', `Basic ${newToken()}`],
  ['something too long', `Bearer ${'a'.repeat(101)}`],
  ['something too short', 'Bearer abc'],
])('%s is nobody', async (_, authorization) => {
  expect(await caller(authorization)).toEqual({ kind: 'nobody' });
});
