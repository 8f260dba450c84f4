import { afterEach, beforeEach, expect, test } from 'vitest';
import { markSeenByAgent } from '../../src/tickets/mark-seen.ts';
import { moveTicket } from '../../src/tickets/move-ticket.ts';
import { revokeToken } from '../../src/tickets/revoke-token.ts';
import { agentNotes, agentReplies } from '../support/agent-writes.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
let customer: Customer;
beforeEach(async () => {
  api = await service();
  customer = await aCustomer(api);
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const by = (number: string) => ({ number, actor: 'agent:7', author: 'Ola' });

test('nothing can be done to a ticket that is not there', async () => {
  const nowhere = by('1999993');
  const refused = { outcome: 'refused', code: 'not-found' };
  expect(await agentReplies(deps(), nowhere, { text: 'x', status: 'solved' })).toEqual(refused);
  expect(await agentNotes(deps(), nowhere, 'x')).toEqual(refused);
  expect(await moveTicket(deps(), nowhere, 'solved')).toEqual({ outcome: 'not-found' });
  expect(await markSeenByAgent(deps(), { number: '1999993', actor: 'agent:7', author: null }, 1)).toBe(false);
  expect(await revokeToken(deps(), nowhere)).toBe(false);
});

test('the customer sees the answer with the name it was signed with', async () => {
  await agentReplies(deps(), by(customer.number), { text: 'Proszę <b>spróbować</b>.\n\tTak.', status: 'solved' });
  const ticket = await customer.read();
  expect(ticket.status).toBe('solved');
  expect(ticket.messages[1]).toMatchObject({ from: 'agent', author: 'Ola', text: 'Proszę <b>spróbować</b>.\n\tTak.' });
});

test('a ticket is not left to the customer while an answer is owed, and the refusal says so', async () => {
  await moveTicket(deps(), by(customer.number), 'in-progress');
  expect(await moveTicket(deps(), by(customer.number), 'waiting-for-customer')).toEqual({
    outcome: 'not-allowed',
    status: 'in-progress',
    answerOwed: true,
  });
  expect(await customer.read()).toMatchObject({ status: 'in-progress', answerBy: '2026-11-25T09:00:00Z' });
});

test('moving to where it stands changes nothing and leaves no trace', async () => {
  await moveTicket(deps(), by(customer.number), 'closed');
  const etag = (await customer.ask()).headers.get('ETag');
  expect(await moveTicket(deps(), by(customer.number), 'closed')).toEqual({ outcome: 'moved' });
  expect((await customer.ask()).headers.get('ETag')).toBe(etag);
});

test('closing a ticket that waits for us ends its promise, and the audit trail says so', async () => {
  await moveTicket(deps(), by(customer.number), 'closed');
  expect((await customer.read()).answerBy).toBeNull();
  const audit = await api.store.selectFrom('audit').selectAll().where('action', '=', 'ticket.moved').executeTakeFirst();
  expect(JSON.parse(audit?.details ?? '')).toEqual({ from: 'new', to: 'closed', promiseEnded: true });
});

test('our own seen mark goes up only; answering means having seen', async () => {
  const seen = async () => (await api.store.selectFrom('tickets').select('agent_seen').executeTakeFirst())?.agent_seen;
  expect(await seen()).toBe(0);
  await markSeenByAgent(deps(), { number: customer.number, actor: 'agent:7', author: null }, 99);
  expect(await seen()).toBe(1);
  await customer.write('dwa');
  await agentReplies(deps(), by(customer.number), { text: 'trzy', status: 'solved' });
  await markSeenByAgent(deps(), { number: customer.number, actor: 'agent:7', author: null }, 1);
  expect(await seen()).toBe(3);
});
