import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditList } from '../../src/contract/desk/audit.ts';
import { READ_EVENTS } from '../../src/contract/lists.ts';
import { aSecret } from '../support/an-assertion.ts';
import { aCustomer, type Customer, newUploadId, PNG, putPart } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { ROWERY, ZURAW } from '../support/requests.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
let ola: DeskAgent;
let customer: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  customer = await aCustomer(api);
});
afterEach(() => api.discard());

const reads = () =>
  api.store
    .selectFrom('audit')
    .select(['actor', 'action', 'details'])
    .where('action', 'in', READ_EVENTS)
    .orderBy('id')
    .execute();

test('who opens a ticket is recorded, at most once an hour each; who asks for none is not', async () => {
  await ola.ticket(customer.number);
  api.clock.now = api.clock.now.add({ minutes: 59 });
  await ola.ticket(customer.number);
  await ola.ask('/tickets/1234567');
  const details = JSON.stringify({ ticket: customer.number });
  expect(await reads()).toEqual([{ actor: ola.id, action: 'read.ticket', details }]);
  api.clock.now = api.clock.now.add({ minutes: 1 });
  await Promise.all([ola.ticket(customer.number), ola.ticket(customer.number)]);
  expect(await reads()).toHaveLength(2);
});

test('a file that the desk shows again is recorded at most once an hour for each agent', async () => {
  const [first, second] = [newUploadId(), newUploadId()];
  for (const id of [first, second]) await putPart(api, PNG, { id, bearer: customer.token });
  await customer.write('Zrzuty.', [first, second]);
  const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  const read = async (agent: DeskAgent, id: string) => expect((await agent.ask(`/attachments/${id}`)).status).toBe(200);
  await Promise.all([read(ola, first), read(ola, first)]);
  await read(ola, second);
  await read(jan, first);
  api.clock.now = api.clock.now.add({ minutes: 59 });
  await read(ola, first);
  const of = ({ id }: DeskAgent, file: string) => ({
    actor: id,
    action: 'read.file',
    details: JSON.stringify({ ticket: customer.number, file }),
  });
  expect(await reads()).toEqual([of(ola, first), of(ola, second), of(jan, first)]);
  api.clock.now = api.clock.now.add({ minutes: 1 });
  await read(ola, first);
  expect((await reads()).at(-1)).toEqual(of(ola, first));
  expect(await reads()).toHaveLength(4);
});

test('a report and an export are recorded each time, what is not there never', async () => {
  for (const path of ['/reports', '/reports', '/reports.csv', `/attachments/${newUploadId()}`]) await ola.ask(path);
  expect((await reads()).map(({ action }) => action)).toEqual(['read.report', 'read.report', 'read.export']);
});

test('an admin looks through the trail by who, what and ticket, page by page; another agent does not', async () => {
  const admin = await aDeskAgent(api, 'Anna Admin', 'anna@shopgold.pl', 'admin');
  await ola.ticket(customer.number);
  const list = async (query: string) => (await (await admin.ask(`/audit?${query}`)).json()) as AuditList;
  const { entries } = await list(`actor=${ola.id}&action=read.ticket&ticket=${customer.number}`);
  expect(entries.map(({ by, action, ticket }) => [by.name, action, ticket])).toEqual([
    ['Ola Nowak', 'read.ticket', customer.number],
  ]);
  expect((await list('ticket=1234567')).entries).toEqual([]);
  const all = await list('');
  const [newest] = all.entries;
  expect((await list(`cursor=${newest?.id}`)).entries).toEqual(all.entries.slice(1));
  expect((await admin.ask('/audit?action=nothing')).status).toBe(422);
  expect((await ola.ask('/audit')).status).toBe(403);
});

test('of one shop an admin finds what happened to its tickets, what was read of them, and what was done to it', async () => {
  const admin = await aDeskAgent(api, 'Anna Admin', 'anna@shopgold.pl', 'admin');
  await aCustomer(api, { ...ROWERY, contact: { email: 'biuro@rowery-kolo.pl' } });
  await ola.ticket(customer.number);
  await aSecret(api);
  await aSecret(api, ROWERY);
  const list = async (query: string) => (await (await admin.ask(`/audit?${query}`)).json()) as AuditList;
  const { entries } = await list(`shop=${ZURAW.supportNumber}`);
  expect(entries.map(({ action, ticket, shop }) => [action, ticket ?? shop?.name])).toEqual([
    ['shop-secret.made', 'Księgarnia Żuraw'],
    ['read.ticket', customer.number],
    ['ticket.opened', customer.number],
  ]);
  expect(await list('shop=nikt-taki')).toEqual({ entries: [], names: {}, next: null });
  expect((await admin.ask('/audit?shop=%22')).status).toBe(422);
});

test('of one day an admin finds what happened from midnight to midnight in Poland', async () => {
  const admin = await aDeskAgent(api, 'Anna Admin', 'anna@shopgold.pl', 'admin');
  const opened = async (day: string) => {
    const response = await admin.ask(`/audit?action=ticket.opened&day=${day}`);
    return ((await response.json()) as AuditList).entries.map(({ ticket }) => ticket);
  };
  const numbers: string[] = [];
  for (const moment of [
    '2026-11-24T22:59:59Z',
    '2026-11-24T23:00:00Z',
    '2026-11-25T22:59:59Z',
    '2026-11-25T23:00:00Z',
  ]) {
    api.clock.now = Temporal.Instant.from(moment);
    numbers.unshift((await aCustomer(api)).number);
  }
  api.clock.now = NOW;
  expect(await opened('2026-11-25')).toEqual(numbers.slice(1, 3));
  expect((await admin.ask('/audit?day=2026-02-30')).status).toBe(422);
});

test('ids of agents in the details come with their names', async () => {
  const admin = await aDeskAgent(api, 'Anna Admin', 'anna@shopgold.pl', 'admin');
  await ola.tell(`/tickets/${customer.number}/assignee`, { assignee: admin.id, from: null });
  const answer = await admin.ask('/audit?action=ticket.assigned');
  const { entries, names } = (await answer.json()) as AuditList;
  expect(names[String(entries[0]?.details.to)]).toBe('Anna Admin');
});
