import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeWithheldFiles } from '../../src/attachments/withhold-files.ts';
import { aCustomer, type Customer, PNG, upload } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { newKey } from '../support/requests.ts';
import { NOW, type Service, service } from '../support/service.ts';

let api: Service;
let ola: DeskAgent;
let first: Customer;
let second: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  [first, second] = [await aCustomer(api), await aCustomer(api)];
  api.clock.now = NOW.add({ minutes: 5 });
});
afterEach(() => api.discard());

/** Closes both tickets. @returns the id of the closing */
async function close(reason: string): Promise<number> {
  const request = { numbers: [first.number, second.number], reason, asOf: api.clock.now.toString() };
  const answer = await ola.tell('/closings', request, { 'Idempotency-Key': newKey() });
  const { undo } = (await answer.json()) as { undo: { closing: number; until: string } };
  expect(undo.until).toBe(api.clock.now.add({ minutes: 30 }).toString({ smallestUnit: 'second' }));
  return undo.closing;
}

const undo = (closing: number) => ola.tell(`/closings/${closing}/undo`, {});

/** All that is stored of the two tickets and of what customers wait for, but when it was last touched. */
async function standing(): Promise<unknown> {
  const tickets = await api.store.selectFrom('tickets').selectAll().orderBy('number').execute();
  const waits = await api.store.selectFrom('waits').selectAll().orderBy('id').execute();
  const uploads = await api.store.selectFrom('uploads').selectAll().orderBy('id').execute();
  const senders = await api.store.selectFrom('senders').selectAll().orderBy('ticket_number').execute();
  const untouched = tickets.map(({ changed_at, version, queue_due_at, ...ticket }) => ticket);
  return { tickets: untouched, waits, uploads, senders };
}

test.each(['abuse', 'duplicate', 'solved-elsewhere'])(
  'closing as %s and undoing it leaves everything as it was: status, promise, wait, files and sender',
  async (reason) => {
    await first.write('Zrzut.', [await upload(api, PNG, { bearer: first.token })]);
    await ola.answer(second.number, 'Proszę sprawdzić.');
    const before = await standing();
    const closing = await close(reason);
    expect(await standing()).not.toEqual(before);
    api.clock.now = api.clock.now.add({ minutes: 29 });
    const answer = await undo(closing);
    expect([answer.status, await answer.json()]).toEqual([200, { restored: [first.number, second.number], left: [] }]);
    expect(await standing()).toEqual(before);
    const { audit } = await ola.ticket(second.number);
    expect(audit.at(-1)).toMatchObject({
      actor: ola.id,
      action: 'ticket.closing-undone',
      details: { to: 'waiting-for-customer' },
    });
  },
);

test('undoing again is the same answer and changes nothing, even when the time is over', async () => {
  const closing = await close('duplicate');
  const once = await (await undo(closing)).text();
  await ola.tell(`/tickets/${first.number}/status`, { status: 'closed', seenMessages: 1 });
  api.clock.now = api.clock.now.add({ hours: 1 });
  expect(await (await undo(closing)).text()).toBe(once);
  expect((await ola.ticket(first.number)).ticket.status).toBe('closed');
});

test('where its customer wrote since, or an agent closed it again, the status stays, and files are back all the same', async () => {
  await second.write('Zrzut.', [await upload(api, PNG, { bearer: second.token })]);
  const closing = await close('abuse');
  api.clock.now = api.clock.now.add({ minutes: 1 });
  await second.write('To nie żart.');
  await ola.tell(`/tickets/${first.number}/status`, { status: 'in-progress', seenMessages: 1 });
  await ola.tell(`/tickets/${first.number}/status`, { status: 'closed', seenMessages: 1 });
  const { answerBy } = (await ola.ticket(second.number)).ticket;
  expect(await (await undo(closing)).json()).toEqual({ restored: [], left: [first.number, second.number] });
  const { ticket, messages } = await ola.ticket(second.number);
  expect([ticket.status, ticket.answerBy]).toEqual(['in-progress', answerBy]);
  expect(messages[1]?.attachments[0]).toMatchObject({ bytes: PNG.length });
  expect(messages[1]?.attachments[0]?.hindrance).toBeUndefined();
  expect((await ola.ticket(first.number)).ticket.status).toBe('closed');
});

test('a file of a ticket that was merged since is back in the thread that goes on', async () => {
  const open = await aCustomer(api);
  await second.write('Zrzut.', [await upload(api, PNG, { bearer: second.token })]);
  const closing = await close('abuse');
  await ola.tell(`/tickets/${second.number}/merge`, { into: open.number, isSamePerson: true });
  expect(await (await undo(closing)).json()).toEqual({ restored: [first.number], left: [second.number] });
  const files = (await ola.ticket(open.number)).messages.flatMap(({ attachments }) => attachments);
  expect(files).toMatchObject([{ bytes: PNG.length }]);
});

test('what was closed already stays closed, and has its files again', async () => {
  await first.write('Zrzut.', [await upload(api, PNG, { bearer: first.token })]);
  await close('duplicate');
  const before = await standing();
  const closing = await close('abuse');
  expect(await (await undo(closing)).json()).toEqual({ restored: [first.number, second.number], left: [] });
  expect(await standing()).toEqual(before);
});

test('after half an hour it is too late, and the files are gone', async () => {
  await first.write('Zrzut.', [await upload(api, PNG, { bearer: first.token })]);
  const closing = await close('abuse');
  api.clock.now = api.clock.now.add({ minutes: 30 });
  expect((await undo(closing)).status).toBe(409);
  expect(await freeWithheldFiles(api.store, api.clock.now)).toBe(1);
  expect((await ola.ticket(first.number)).ticket.status).toBe('closed');
});

test('a closing that is not there is not found, and one that closed nothing has none', async () => {
  expect((await undo(9999)).status).toBe(404);
  const asOf = NOW.subtract({ hours: 1 }).toString();
  const answer = await ola.tell(
    '/closings',
    { numbers: [first.number], reason: 'abuse', asOf },
    { 'Idempotency-Key': newKey() },
  );
  expect(await answer.json()).toEqual({ closed: [], left: [first.number] });
});
