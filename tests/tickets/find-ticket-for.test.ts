import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../src/identity/caller.ts';
import { hashToken } from '../../src/identity/token.ts';
import { findTicketFor, openFor } from '../../src/tickets/find-ticket-for.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { NOW, type Service, service } from '../support/service.ts';

const HASH = 'f'.repeat(64);
const row = aTicketRow(100_001, { token_hash: HASH, shop_id: 1 });
const token: Caller = { kind: 'token', tokenHash: HASH };

let api: Service;
let customer: Customer;
beforeAll(async () => {
  api = await service();
  customer = await aCustomer(api);
});
afterAll(() => api.discard());

test.each<[string, Caller, boolean]>([
  ['its own token', token, true],
  ['another token', { kind: 'token', tokenHash: 'e'.repeat(64) }, false],
  ["its shop's session", { kind: 'session', shopId: 1 }, true],
  ["another shop's session", { kind: 'session', shopId: 2 }, false],
  ['nobody', { kind: 'nobody' }, false],
])('a ticket for %s: %s', async (_, caller, theirs) => {
  expect((await openFor(api.store, row as never, caller, NOW)) !== null).toBe(theirs);
});

test('a revoked token, or one thirty days after closing, opens nothing; a session still does', async () => {
  const revoked = { ...row, token_revoked_at: '2026-11-22T09:00:00.000Z' } as never;
  const closed = { ...row, closed_at: '2026-10-23T09:00:00.000Z' } as never;
  for (const dead of [revoked, closed]) {
    expect((await openFor(api.store, dead, token, NOW)) !== null).toBe(false);
    expect((await openFor(api.store, dead, { kind: 'session', shopId: 1 }, NOW)) !== null).toBe(true);
  }
  expect((await openFor(api.store, closed, token, NOW.subtract({ seconds: 1 }))) !== null).toBe(true);
});

test('a number that cannot be one is not even looked for', async () => {
  const caller: Caller = { kind: 'token', tokenHash: hashToken(customer.token) };
  expect((await findTicketFor(api.store, customer.number, caller, NOW))?.ticket.number).toBe(customer.number);
  for (const number of ['', 'x', '\u0000', `${customer.number} `, `0${customer.number}`, '9'.repeat(40)]) {
    expect(await findTicketFor(api.store, number, caller, NOW)).toBeNull();
  }
});
