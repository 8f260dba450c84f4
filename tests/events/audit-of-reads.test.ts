import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditList } from '../../src/contract/desk/audit.ts';
import { READ_EVENTS } from '../../src/contract/lists.ts';
import { aCustomer, type Customer, newUploadId, PNG, putPart } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { type Service, service } from '../support/service.ts';

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

test('a file, a report and an export are recorded each time', async () => {
  const id = newUploadId();
  await putPart(api, PNG, { id, bearer: customer.token });
  await customer.write('Zrzut.', [id]);
  for (const path of [`/attachments/${id}`, '/reports', '/reports.csv', `/attachments/${newUploadId()}`])
    await ola.ask(path);
  expect((await reads()).map(({ action }) => action)).toEqual(['read.file', 'read.report', 'read.export']);
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
