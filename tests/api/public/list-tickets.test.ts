import { expect, test } from 'vitest';
import { listTickets as endpoint, type TicketList } from '../../../src/contract/tickets/list-tickets.ts';
import { agentReplies } from '../../support/agent-writes.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { aCustomer } from '../../support/customer.ts';
import { service } from '../../support/service.ts';

test('what waits for the shop stands on its first page, however old it is', async () => {
  const api = await service();
  const deps = { store: api.store, now: () => api.clock.now };
  const numbers: string[] = [];
  for (let opened = 0; opened < 54; opened++) numbers.push((await aCustomer(api)).number);
  const [answered = '', asked = '', , quiet = ''] = numbers;
  const reply = (number: string, status: 'solved' | 'waiting-for-customer') =>
    agentReplies(deps, { number, actor: 'agent:1', author: 'Marek' }, { text: 'Już.', status });
  await reply(answered, 'solved');
  await reply(asked, 'waiting-for-customer');
  const session = await aSession(api, await aSecret(api));
  const read = async (query: string): Promise<TicketList> => {
    const headers = { Authorization: `Bearer ${session}` };
    return endpoint.answer.parse(await (await api.app.request(`/api/v1/tickets${query}`, { headers })).json());
  };
  const first = await read('');
  const listed = first.tickets.map(({ number }) => number);
  expect(listed).toEqual([asked, answered, ...numbers.slice(4).toReversed()]);
  expect(first.tickets[1]).toMatchObject({ status: 'solved', unread: 1 });
  const second = await read(`?cursor=${first.next}`);
  expect(second.tickets.map(({ number }) => number)).toEqual(numbers.slice(0, 4).toReversed());
  expect([second.tickets[0]?.number, second.next]).toEqual([quiet, null]);
  await api.discard();
});
