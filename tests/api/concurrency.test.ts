import { expect } from 'vitest';
import type { Message } from '../../src/contract/tickets/message.ts';
import { countTickets } from '../../src/store/tickets.ts';
import { aSecret, claims, sign } from '../support/an-assertion.ts';
import { aCustomer, PNG, upload } from '../support/customer.ts';
import { aDeskAgent } from '../support/desk-agent.ts';
import { test } from '../support/fixtures.ts';
import { aTicket, newKey, post, ZURAW } from '../support/requests.ts';

/** What comes at the same moment, on each engine: here locks and unique indexes are what keeps the service's word. */

function atOnce(count: number, send: (index: number) => Promise<Response> | Response): Promise<Response[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => send(index)));
}

async function bodies(answers: Response[]): Promise<Set<string>> {
  return new Set(await Promise.all(answers.map((answer) => answer.text())));
}

test('fifty requests with one idempotency key open one ticket', async ({ api }) => {
  const request = post(aTicket(), { 'Idempotency-Key': newKey() });
  const answers = await atOnce(50, () => api.app.request('/api/v1/tickets', request));
  expect((await bodies(answers)).size).toBe(1);
  expect(await countTickets(api.store)).toBe(1);
});

test('ten replies with one idempotency key are one message', async ({ api }) => {
  const anna = await aCustomer(api);
  const key = newKey();
  const answers = await atOnce(10, () => anna.write('Raz.', undefined, key));
  expect((await bodies(answers)).size).toBe(1);
  expect((await anna.read()).messages).toHaveLength(2);
});

test('ten different replies are ten messages, each in a place of its own', async ({ api }) => {
  const anna = await aCustomer(api);
  const answers = await atOnce(10, (index) => anna.write(`Nr ${index}`));
  const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as Message).id));
  expect(new Set(ids).size).toBe(10);
  expect((await anna.read()).messages.map(({ id }) => id).slice(1)).toEqual(
    ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  );
});

test('twenty exchanges of one assertion open exactly one session (M3)', async ({ api }) => {
  const token = sign(claims(), await aSecret(api, ZURAW));
  const answers = await atOnce(20, () => api.app.request('/api/v1/session', post({ token })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(401)]);
  expect(await api.store.selectFrom('shop_sessions').selectAll().execute()).toHaveLength(1);
});

test('two messages that name the same files the other way round: one gets them, neither fails', async ({ api }) => {
  const anna = await aCustomer(api);
  const ids = await Promise.all(Array.from({ length: 5 }, () => upload(api, PNG, { bearer: anna.token })));
  const answers = await Promise.all([anna.write('tak', ids), anna.write('siak', ids.toReversed())]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
});

test('two agents who merge the same tickets opposite ways both end with one thread', async ({ api }) => {
  const ola = await aDeskAgent(api);
  const merge = (number: string, into: string) => ola.tell(`/tickets/${number}/merge`, { into, isSamePerson: true });
  for (let again = 0; again < 5; again++) {
    const [one, other] = [await aCustomer(api), await aCustomer(api)];
    const pressed = await Promise.all([merge(one.number, other.number), merge(other.number, one.number)]);
    expect(pressed.map(({ status }) => status)).toEqual([204, 204]);
    expect((await one.read()).messages).toHaveLength(2);
  }
});
