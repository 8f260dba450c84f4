import { afterEach, beforeEach, expect, test } from 'vitest';
import { autoCloseTickets } from '../../src/tickets/auto-close.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service();
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });

async function answered(customer: Customer, status: 'waiting-for-customer' | 'in-progress' | 'solved'): Promise<void> {
  await agentReplies(deps(), { number: customer.number, actor: 'operator', author: null }, { text: 'Proszę.', status });
}

async function closeAfter(days: number, seconds = 0): Promise<number> {
  api.clock.now = api.clock.now.add({ seconds: days * 86_400 + seconds });
  return autoCloseTickets(deps(), 14);
}

test('fourteen days after the last word: what is solved or waits for the customer is closed, to the second', async () => {
  const [solved, asked] = [await aCustomer(api), await aCustomer(api)];
  await answered(solved, 'solved');
  await answered(asked, 'waiting-for-customer');
  expect(await closeAfter(14, -1)).toBe(0);
  expect(await closeAfter(0, 1)).toBe(2);
  expect((await solved.read()).status).toBe('closed');
  expect((await asked.read()).status).toBe('closed');
});

test('what waits for us, or is in progress, is never closed by quiet', async () => {
  const [unanswered, inProgress] = [await aCustomer(api), await aCustomer(api)];
  await answered(inProgress, 'in-progress');
  expect(await closeAfter(1000)).toBe(0);
  expect((await unanswered.read()).status).toBe('new');
  expect((await inProgress.read()).status).toBe('in-progress');
});

test('a word of the customer starts the days anew; closing leaves an audit line', async () => {
  const customer = await aCustomer(api);
  await answered(customer, 'solved');
  expect(await closeAfter(13)).toBe(0);
  await customer.write('A jednak nie.');
  await answered(customer, 'solved');
  expect(await closeAfter(13)).toBe(0);
  expect(await closeAfter(1)).toBe(1);
  const audit = await api.store.selectFrom('audit').selectAll().where('actor', '=', 'clock').execute();
  expect(audit.map(({ action, details }) => [action, JSON.parse(details)])).toEqual([
    ['ticket.closed-after-quiet', { from: 'solved', days: 14 }],
  ]);
});

test('closing by quiet starts the thirty days of the token', async () => {
  const customer = await aCustomer(api);
  await answered(customer, 'solved');
  await closeAfter(14);
  api.clock.now = api.clock.now.add({ hours: 30 * 24 - 1 });
  expect((await customer.ask()).status).toBe(200);
  api.clock.now = api.clock.now.add({ hours: 1 });
  expect((await customer.ask()).status).toBe(404);
});
