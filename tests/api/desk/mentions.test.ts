import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeskTicketList } from '../../../src/contract/desk/list-tickets.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
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

test('who is named finds the tickets, in the queue and among all; so they do after a merge and when it is undone', async () => {
  const again = await aCustomer(api, { subject: 'Jeszcze raz' });
  await ola.note(anna.number, '@Jan Kos zobacz.');
  await ola.note(anna.number, '@Jan Kos i jeszcze to.');
  await ola.note(again.number, 'Nikogo.');
  const found = async (by: DeskAgent) => {
    const { tickets } = (await (await by.ask('/tickets?mentioned=me')).json()) as DeskTicketList;
    const queue = await by.queue('?mentioned=me');
    expect(queue.sections.flatMap((section) => section.tickets.map(({ number }) => number))).toEqual(
      tickets.map(({ number }) => number),
    );
    return tickets.map(({ number }) => number);
  };
  expect([await found(jan), await found(ola)]).toEqual([[anna.number], []]);
  expect(numbersIn(await jan.queue('?mentioned=me&topic=renewal'), 'queue')).toEqual([]);

  expect((await ola.tell(`/tickets/${anna.number}/merge`, { into: again.number })).status).toBe(204);
  expect(await found(jan)).toEqual([again.number]);
  expect((await ola.tell(`/tickets/${anna.number}/unmerge`, {})).status).toBe(204);
  expect(await found(jan)).toEqual([anna.number]);
  expect((await jan.ask(`/queue?mentioned=${ola.id}`)).status).toBe(422);
});
