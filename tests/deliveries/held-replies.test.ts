import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchStrangers } from '../../src/deliveries/watch-strangers.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { anIncident } from '../support/an-incident.ts';
import { Customer, newToken } from '../support/customer.ts';
import { MAIL } from '../support/mail-settings.ts';
import { aTicket, newKey, post } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

let api: Service;
let customer: Customer;
const opening = newKey();
beforeEach(async () => {
  api = await service({ mail: MAIL });
  const ticketToken = newToken();
  const opened = await api.app.request(
    '/api/v1/tickets',
    post(aTicket({ ticketToken }), { 'Idempotency-Key': opening }),
  );
  customer = new Customer(api, ((await opened.json()) as { number: string }).number, ticketToken);
  const action = { number: customer.number, actor: 'operator', author: null };
  await agentReplies({ store: api.store, now: () => api.clock.now }, action, { text: 'Tak.', status: 'solved' });
});
afterEach(() => api.discard());

const replies = async () =>
  (await api.store.selectFrom('deliveries').select(['state', 'reason']).where('kind', '=', 'reply').execute()).map(
    ({ state, reason }) => reason ?? state,
  );
const see = (body: object) => customer.ask('/seen', post(body));

test('a reply that its writer reads at once, in the browser that wrote, is not mailed', async () => {
  expect((await see({ messages: 2, attended: opening })).status).toBe(204);
  expect(await replies()).toEqual(['read-in-panel']);
});

test.each([
  ['read, but not where it was written', { messages: 2 }],
  ['with a key of nothing', { messages: 2, attended: 'k'.repeat(22) }],
  ['not read yet', { messages: 1, attended: opening }],
])('it is mailed when it was %s', async (_, body) => {
  await see(body);
  expect(await replies()).toEqual(['due']);
});

test('it is mailed when it was read later than two minutes, or when another message was the last', async () => {
  api.clock.now = api.clock.now.add({ minutes: 2 });
  await see({ messages: 2, attended: opening });
  expect(await replies()).toEqual(['due']);
  api.clock.now = api.clock.now.subtract({ seconds: 60 });
  await customer.write('I jeszcze jedno');
  await see({ messages: 3, attended: opening });
  expect(await replies()).toEqual(['due']);
});

test('an advisory goes to the registered contact of each affected shop, and to nobody else', async () => {
  await anIncident(api, { kind: 'advisory', fromVersion: null, toVersion: '6.5' });
  const letters = api.store.selectFrom('deliveries').select('recipient').where('kind', '=', 'advisory');
  const recipients = (await letters.execute()).map(({ recipient }) => recipient);
  const shops = await api.store.selectFrom('shops').select(['contact_email', 'shop_version']).execute();
  expect(recipients).toContain('sklep@rowery-kolo.pl'); // 6.1.8
  expect(recipients).not.toContain('biuro@ksiegarnia-zuraw.pl'); // 10.4.2
  expect(recipients.length).toBeLessThan(shops.length);
});

test('an incident and an update are no letters to all shops', async () => {
  await anIncident(api, { kind: 'incident' });
  await anIncident(api, { kind: 'update' });
  expect(await api.store.selectFrom('deliveries').select('id').where('kind', '=', 'advisory').execute()).toEqual([]);
});

test('letters that stop because strangers got too many raise an alarm', async () => {
  const watch = () => watchStrangers({ store: api.store, now: () => api.clock.now });
  expect(await watch()).toBe(0);
  await api.store.updateTable('deliveries').set({ state: 'stopped', reason: 'total-limit' }).execute();
  expect(await watch()).toBe(1);
  expect(await api.store.selectFrom('alarms').select('kind').execute()).toEqual([{ kind: 'mail-strangers' }]);
});
