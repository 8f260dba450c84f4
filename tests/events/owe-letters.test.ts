import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { takeDelivery } from '../../src/store/deliveries.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { putMailAddress } from '../../src/store/mail-addresses.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { aCustomer } from '../support/customer.ts';
import { MAIL } from '../support/mail-settings.ts';
import { FIRST_SETTINGS, NOW, type Service, service } from '../support/service.ts';

let api: Service;
beforeEach(async () => {
  api = await service({ mail: MAIL });
});
afterEach(() => api.discard());

const ANNA = 'biuro@ksiegarnia-zuraw.pl';
const clock = () => ({ store: api.store, now: () => api.clock.now });
const letters = async () =>
  (await api.store.selectFrom('deliveries').selectAll().orderBy('id').execute()).map(
    ({ kind, recipient, ticket_number, state, reason }) => [kind, recipient, ticket_number, reason ?? state],
  );
const reply = (number: string, text = 'Odpowiedź') =>
  agentReplies(clock(), { number, actor: 'operator', author: null }, { text, status: 'waiting-for-customer' });

test('a ticket owes its receipt, and a reply its letter two minutes later', async () => {
  const { number } = await aCustomer(api);
  await reply(number);
  expect(await letters()).toEqual([
    ['receipt', ANNA, number, 'due'],
    ['reply', ANNA, number, 'due'],
  ]);
  const due = await api.store.selectFrom('deliveries').select(['kind', 'due_at']).orderBy('id').execute();
  expect(due.map(({ due_at }) => due_at)).toEqual([NOW, NOW.add({ minutes: 2 })].map(toInstantText));
});

test('an outage while the office is closed is told to our people; by the hours of the desk where there are any', async () => {
  const outage: Parameters<typeof aCustomer>[1] = { topic: 'outage', outage: { facts: ['shop-down'] } };
  const { number } = await aCustomer(api, outage);
  expect(await letters()).toEqual([
    ['receipt', ANNA, number, 'due'],
    ['alert', 'dyzur@shopgold.pl', number, 'due'],
  ]);
  const setting = { name: 'opening-hours', value: 'mon-sun 00:00-23:59', changed_by: 'operator', changed_at: '' };
  await api.store.insertInto('settings').values(setting).execute();
  const other = await aCustomer(api, outage);
  expect((await letters()).filter(([, , ticket]) => ticket === other.number)).toHaveLength(1);
});

test('without mail nothing is owed, also by a command that knows no settings', async () => {
  await tellOfMail(api.store, { mail: null, ...FIRST_SETTINGS });
  await reply((await aCustomer(api)).number);
  expect(await letters()).toEqual([]);
});

test('the second ticket of a day to an address that never wrote is stored as a letter that does not go', async () => {
  const first = await aCustomer(api);
  const second = await aCustomer(api);
  expect(await letters()).toEqual([
    ['receipt', ANNA, first.number, 'due'],
    ['receipt', ANNA, second.number, 'day-limit'],
  ]);
  await putMailAddress(api.store, { address: ANNA, wrote_at: toInstantText(NOW) });
  const third = await aCustomer(api);
  expect((await letters()).at(-1)).toEqual(['receipt', ANNA, third.number, 'due']);
});

test('all addresses that bring letters to the same person are one address', async () => {
  for (const email of ['a.nna+1@Gmail.com', 'anna+2@googlemail.com', 'A.N.N.A@gmail.com'])
    await aCustomer(api, { contact: { email } });
  expect((await letters()).map(([, , , what]) => what)).toEqual(['due', 'day-limit', 'day-limit']);
});

test('of the replies to one address twenty go within an hour, each next twenty an hour later', async () => {
  const { number } = await aCustomer(api);
  for (let count = 0; count < 44; count++) await reply(number);
  const replies = api.store.selectFrom('deliveries').select('due_at').where('kind', '=', 'reply').orderBy('id');
  const minutes = (await replies.execute()).map(({ due_at }) =>
    NOW.until(Temporal.Instant.from(due_at)).total('minutes'),
  );
  // The receipt is the first of the first twenty.
  expect(minutes).toEqual([...Array(19).fill(2), 60, ...Array(19).fill(62), 120, ...Array(4).fill(122)]);
});

test('what agents write to addresses that never wrote stops no receipt of a stranger', async () => {
  const { number } = await aCustomer(api);
  await reply(number);
  const rows = await api.store.selectFrom('deliveries').selectAll().where('kind', '=', 'reply').execute();
  const many = Array.from({ length: 500 }, (_, place) => {
    const { id, ...row } = rows[0] as (typeof rows)[number];
    return { ...row, event_id: 10_000 + place, recipient: `x${place}@y.pl`, counted_as: `x${place}@y.pl` };
  });
  await api.store.insertInto('deliveries').values(many).execute();
  await aCustomer(api, { contact: { email: 'obcy@x.pl' } });
  expect((await letters()).at(-1)?.[3]).toBe('due');
  await api.store.updateTable('deliveries').set({ kind: 'receipt' }).execute();
  await aCustomer(api, { contact: { email: 'inny@x.pl' } });
  expect((await letters()).at(-1)?.[3]).toBe('total-limit');
});

describe('a letter', () => {
  test('is taken by one, and by another once the lease is over', async () => {
    await aCustomer(api);
    const at = (minutes: number) => toInstantText(NOW.add({ minutes }));
    expect(await takeDelivery(api.store, at(0), at(3))).toMatchObject({ kind: 'receipt', tries: 1 });
    expect(await takeDelivery(api.store, at(1), at(4))).toBeNull();
    expect(await takeDelivery(api.store, at(3), at(6))).toMatchObject({ kind: 'receipt', tries: 2 });
  });

  test('goes to each contact of a merged thread, each with its own number', async () => {
    const into = await aCustomer(api);
    const from = await aCustomer(api, { contact: { email: 'Programista@x.pl' } });
    const merged = { merged_into: into.number };
    await api.store.updateTable('tickets').set(merged).where('number', '=', from.number).execute();
    await reply(into.number);
    expect((await letters()).filter(([kind]) => kind === 'reply')).toEqual(
      expect.arrayContaining([
        ['reply', ANNA, into.number, 'due'],
        ['reply', 'programista@x.pl', from.number, 'due'],
      ]),
    );
  });

  test('does not go once its recipient ended the mail of the ticket, and its row says so', async () => {
    const { number } = await aCustomer(api);
    await api.store
      .updateTable('tickets')
      .set({ mail_ended_at: toInstantText(NOW) })
      .execute();
    await reply(number);
    expect(await letters()).toEqual([
      ['receipt', ANNA, number, 'due'],
      ['reply', ANNA, number, 'unsubscribed'],
    ]);
  });

  test('goes about the other ticket of a merged thread whose mail the same recipient did not end', async () => {
    const into = await aCustomer(api);
    const from = await aCustomer(api);
    await api.store
      .updateTable('tickets')
      .set({ merged_into: into.number })
      .where('number', '=', from.number)
      .execute();
    const ended = { mail_ended_at: toInstantText(NOW) };
    await api.store.updateTable('tickets').set(ended).where('number', '=', into.number).execute();
    await reply(into.number);
    expect((await letters()).filter(([kind]) => kind === 'reply')).toEqual([['reply', ANNA, from.number, 'due']]);
  });
});
