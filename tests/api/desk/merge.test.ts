import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TicketList } from '../../../src/contract/tickets/list-tickets.ts';
import { aSecret, aSession } from '../../support/an-assertion.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aCustomer, Customer, newToken, newUploadId, PNG, putPart } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { newKey, post, ROWERY } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
/** the ticket that goes on, and the one that comes to it an hour later */
let first: Customer;
let second: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  first = await aCustomer(api);
  api.clock.now = api.clock.now.add({ hours: 1 });
  second = await aCustomer(api, { subject: 'Jeszcze raz o dostawie', description: 'Piszę drugi raz.' });
});
afterEach(() => api.discard());

const merge = (into: string, number = second.number) =>
  ola.tell(`/tickets/${number}/merge`, { into, isSamePerson: true });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

test('two tickets of a shop become one thread, which both numbers and tokens open', async () => {
  expect((await merge(first.number)).status).toBe(204);
  const old = await second.read();
  expect(old.number).toBe(second.number);
  expect(old.subject).toBe('Darmowa dostawa od 200 zł');
  expect(old.messages.map(({ text }) => text)).toEqual([(await first.read()).messages[0]?.text, 'Piszę drugi raz.']);
  for (const [number, token] of [
    [first.number, second.token],
    [second.number, first.token],
  ] as const) {
    expect((await new Customer(api, number, token).ask()).status).toBe(200);
  }
});

test('what is written under the old number is in the one thread, and an answer reaches both', async () => {
  await merge(first.number);
  expect((await second.write('I jeszcze to.')).status).toBe(201);
  expect((await ola.answer(second.number, 'Już odpisuję.', { seenMessages: 3 })).status).toBe(201);
  const texts = (await first.read()).messages.map(({ text }) => text);
  expect(texts.slice(1)).toEqual(['Piszę drugi raz.', 'I jeszcze to.', 'Już odpisuję.']);
  expect((await second.read()).messages.map(({ text }) => text)).toEqual(texts);
  expect((await second.ask('/seen', post({ messages: 4 }))).status).toBe(204);
  expect((await first.read()).seenMessages).toBe(4);
});

test('the desk opens the one that goes on, with where each message was written and what was merged', async () => {
  await ola.note(second.number, 'To samo co wyżej.');
  await merge(first.number);
  const { ticket, messages, merged, audit } = await ola.ticket(second.number);
  expect(ticket.number).toBe(first.number);
  const undoUntil = api.clock.now.add({ hours: 24 }).toString();
  const { number } = second;
  expect(merged).toEqual([
    { number, subject: 'Jeszcze raz o dostawie', proof: 'unverified', isSamePerson: true, undoUntil },
  ]);
  expect(messages.map(({ kind, mergedFrom, position }) => [kind, mergedFrom, position])).toEqual([
    ['customer', null, 1],
    ['customer', second.number, 2],
    ['note', second.number, null],
  ]);
  expect(audit.at(-1)).toMatchObject({
    action: 'ticket.merged',
    actor: ola.id,
    details: { from: second.number, into: first.number },
  });
});

test('the older promise is kept, and only the one ticket is in the queue and the lists', async () => {
  const promised = (await second.read()).answerBy;
  const older = (await first.read()).answerBy;
  await merge(second.number, first.number);
  expect((await second.read()).answerBy).toBe(older);
  expect(older).not.toBe(promised);
  const queue = await ola.queue();
  expect(numbersIn(queue, 'queue')).toEqual([second.number]);
  expect(queue.counts.all).toBe(1);
  const all = (await (await ola.ask('/tickets')).json()) as { tickets: { number: string }[] };
  expect(all.tickets.map(({ number }) => number)).toEqual([second.number]);
  const session = await aSession(api, await aSecret(api));
  const response = await api.app.request('/api/v1/tickets', { headers: { Authorization: `Bearer ${session}` } });
  expect(((await response.json()) as TicketList).tickets.map(({ number }) => number)).toEqual([second.number]);
});

test('an outage makes the thread it is merged into one', async () => {
  const outage = await aCustomer(api, { topic: 'outage', outage: { facts: ['shop-down'] } });
  await merge(first.number, outage.number);
  expect(numbersIn(await ola.queue(), 'outages')).toEqual([first.number]);
  expect((await ola.ticket(first.number)).ticket.outageFacts).toEqual(['shop-down']);
});

test('files go with their messages, and open with either token', async () => {
  const id = newUploadId();
  await putPart(api, PNG, { id, bearer: second.token });
  await second.write('Zrzut ekranu.', [id]);
  await merge(first.number);
  expect((await first.read()).messages[2]?.attachments.map((file) => file.id)).toEqual([id]);
  for (const { token } of [first, second]) {
    const response = await api.app.request(`/api/v1/attachments/${id}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
  }
});

test('what was merged before comes along', async () => {
  const third = await aCustomer(api, { description: 'Trzeci raz.' });
  await merge(second.number, third.number);
  await merge(first.number);
  expect((await third.read()).messages.map(({ text }) => text).slice(1)).toEqual(['Piszę drugi raz.', 'Trzeci raz.']);
  const { merged, messages } = await ola.ticket(third.number);
  expect(merged.map(({ number }) => number)).toEqual([second.number, third.number]);
  expect(messages.map(({ mergedFrom }) => mergedFrom)).toEqual([null, second.number, third.number]);
});

test('pressing twice merges once; a request of before is answered as it was', async () => {
  const key = newKey();
  const before = await (await second.write('Pod starym kluczem.', undefined, key)).text();
  await merge(first.number);
  expect((await merge(first.number)).status).toBe(204);
  expect(await (await second.write('Pod starym kluczem.', undefined, key)).text()).toBe(before);
  expect((await first.read()).messages).toHaveLength(3);
});

test('another shop’s ticket, itself and a closed one take nothing in', async () => {
  const foreign = await aCustomer(api, ROWERY);
  await ola.tell(`/tickets/${first.number}/status`, { status: 'closed', seenMessages: 1 });
  for (const into of [foreign.number, second.number, first.number]) {
    const refused = await merge(into);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'conflict']);
  }
  expect((await second.read()).messages).toHaveLength(1);
});

test('a number that there is not is not found', async () => {
  expect((await merge('1234567')).status).toBe(404);
  expect((await ola.tell('/tickets/1234567/merge', { into: first.number })).status).toBe(404);
});

test('together no longer than a thread may be', async () => {
  const long = 'x'.repeat(20_000);
  for (let written = 0; written < 25; written++) {
    await first.write(long);
    await second.write(long);
  }
  const refused = await merge(first.number);
  expect([refused.status, await codeOf(refused)]).toEqual([409, 'thread-full']);
});

test('a token that was taken away stays so; taking that of the old number takes no other', async () => {
  await merge(first.number);
  const { revokeToken } = await import('../../../src/tickets/revoke-token.ts');
  const deps = { store: api.store, now: () => api.clock.now };
  await revokeToken(deps, { number: second.number, actor: 'operator', author: null });
  expect((await second.ask()).status).toBe(404);
  expect((await first.ask()).status).toBe(200);
});

test('a foreign token opens neither number', async () => {
  await merge(first.number);
  for (const { number } of [first, second]) {
    expect((await new Customer(api, number, newToken()).ask()).status).toBe(404);
  }
});

test('it is found by its number, words and e-mail, as the one that goes on', async () => {
  const other = await aCustomer(api, { contact: { email: 'drugi@sklep.pl' } });
  await merge(first.number);
  await merge(first.number, other.number);
  for (const asked of [second.number, 'piszę drugi', 'drugi@sklep.pl']) {
    const response = await ola.ask(`/search?q=${encodeURIComponent(asked)}`);
    const { tickets } = (await response.json()) as { tickets: { number: string }[] };
    expect(
      tickets.map(({ number }) => number),
      asked,
    ).toEqual([first.number]);
  }
});

test('an agent who still looks at the old thread has seen nothing of the one that goes on', async () => {
  await first.write('A co z odbiorem osobistym?');
  const incident = await anIncident(api);
  await ola.answer(second.number, 'Sprawdzamy.', { seenMessages: 1 });
  await ola.answer(second.number, 'Już działa.', { seenMessages: 2 });
  await merge(first.number);
  await ola.tell(`/tickets/${second.number}/seen`, { messages: 3 });
  expect((await ola.ticket(first.number)).ticket.unseen).toBe(5);
  const moved = await ola.tell(`/tickets/${second.number}/status`, { status: 'solved', seenMessages: 3 });
  expect([moved.status, await codeOf(moved)]).toEqual([409, 'newer-message']);
  await ola.tell(`/tickets/${second.number}/incident`, { incident, seenMessages: 3 });
  const { linked_at } = await api.store
    .selectFrom('tickets')
    .select('linked_at')
    .where('number', '=', first.number)
    .executeTakeFirstOrThrow();
  expect(linked_at).toBe(0);
  const known = await ola.tell(`/tickets/${first.number}/status`, { status: 'solved', seenMessages: 5 });
  expect(known.status).toBe(204);
});

test('unread answers of a merged thread are counted once', async () => {
  await merge(first.number);
  await ola.answer(first.number, 'Odpowiedź.', { seenMessages: 2 });
  const tickets = [first, second].map(({ number, token }) => ({ number, token }));
  const response = await api.app.request('/api/v1/unread', post({ tickets }));
  const named = expect.toBeOneOf([first.number, second.number]);
  expect(await response.json()).toEqual({ unread: 1, ticket: named, closed: [] });
});
