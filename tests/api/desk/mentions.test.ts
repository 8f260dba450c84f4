import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let jan: DeskAgent;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  anna = await aCustomer(api);
});
afterEach(() => api.discard());

/** What the audit trail says of notes. */
async function told(): Promise<unknown[]> {
  const rows = await api.store.selectFrom('audit').select('details').where('action', '=', 'ticket.note').execute();
  return rows.map(({ details }) => JSON.parse(details ?? '{}'));
}

const unreadOf = async (agent: DeskAgent) => (await agent.ticket(anna.number)).ticket.unseen;

test('a note names a colleague by id, in its own transaction, and the ticket is unread for them and nobody else', async () => {
  for (const agent of [ola, jan]) await agent.tell(`/tickets/${anna.number}/seen`, { messages: 1 });
  expect([await unreadOf(ola), await unreadOf(jan)]).toEqual([0, 0]);
  expect((await ola.note(anna.number, '@Jan Kos zobacz, @Ola Nowak też. jan@kos.pl')).status).toBe(201);
  expect(await told()).toEqual([{ mentioned: [jan.id] }]);
  expect([await unreadOf(ola), await unreadOf(jan)]).toEqual([0, 1]);
});

test('a note that names nobody tells nobody; in a reply an @ is text', async () => {
  await ola.note(anna.number, 'Dzwonił.');
  await ola.answer(anna.number, '@Jan Kos pozdrawia.');
  expect(await told()).toEqual([{}]);
});
