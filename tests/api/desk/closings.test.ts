import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCustomer, type Customer, PNG, upload } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { newKey } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

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

const close = (otherwise: object = {}, key = newKey()) =>
  ola.tell(
    '/closings',
    { numbers: [first.number, second.number], reason: 'abuse', asOf: NOW.toString(), ...otherwise },
    { 'Idempotency-Key': key },
  );
const statusOf = async (number: string) => (await ola.ticket(number)).ticket.status;
const moves = async () =>
  (
    await api.store
      .selectFrom('audit')
      .select(['actor', 'ticket_number', 'details'])
      .where('action', '=', 'ticket.moved')
      .execute()
  ).map(({ details, ...event }) => ({ ...event, details: JSON.parse(details) }));

test('tickets are closed for one reason, each with its event, and nobody is written to', async () => {
  const answer = await close();
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { closed: [first.number, second.number], left: [] },
  ]);
  const details = { from: 'new', to: 'closed', promiseEnded: true, reason: 'abuse' };
  expect(await moves()).toEqual(
    [first, second].map(({ number }) => ({ actor: ola.id, ticket_number: number, details })),
  );
  expect((await first.read()).messages).toHaveLength(1);
  expect((await ola.queue()).counts.all).toBe(0);
});

test('the same request again closes nothing twice, and another one with its key is refused', async () => {
  const key = newKey();
  const once = await (await close({}, key)).text();
  expect(await (await close({}, key)).text()).toBe(once);
  expect(await moves()).toHaveLength(2);
  expect((await close({ reason: 'duplicate' }, key)).status).toBe(422);
});

test('what its customer wrote in since the list was read stays open', async () => {
  await first.write('To nie żart, sklep naprawdę nie działa.');
  expect(await (await close()).json()).toMatchObject({ closed: [second.number], left: [first.number] });
  expect(await statusOf(first.number)).toBe('new');
});

test('of abuse no file is kept, of a duplicate all are', async () => {
  for (const reason of ['abuse', 'duplicate']) {
    const customer = await aCustomer(api);
    await customer.write('Zrzut.', [await upload(api, PNG, { bearer: customer.token })]);
    await close({ numbers: [customer.number], reason, asOf: api.clock.now.toString() });
    const { attachments } = (await ola.ticket(customer.number)).messages[1] ?? {};
    expect(attachments?.map(({ hindrance }) => hindrance)).toEqual([reason === 'abuse' ? 'freed' : undefined]);
  }
});

test('what is not there is left out, and where nothing is there nothing is found', async () => {
  expect(await (await close({ numbers: ['9999999', first.number] })).json()).toMatchObject({
    closed: [first.number],
    left: [],
  });
  expect((await close({ numbers: ['9999999'] })).status).toBe(404);
});

test.each([
  { numbers: [] },
  { numbers: Array.from({ length: 201 }, (_, index) => `${1_000_000 + index}`) },
  { reason: 'nie lubię' },
  { asOf: 'wczoraj' },
])('%o is refused', async (otherwise) => {
  expect((await close(otherwise)).status).toBe(422);
});
