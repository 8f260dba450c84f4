import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ticket } from '../../src/contract/tickets/read-ticket.ts';
import { aSecret, aSession } from '../support/an-assertion.ts';
import { aCustomer, Customer, newToken, newUploadId, PNG, putPart } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { aTicket, newKey, post, ZURAW } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

const SECRET_TEXT = 'Poufne: zamówienie 123';

let api: Service;
let ola: DeskAgent;
let session: string;
/** the shop's own ticket, by its signed session */
let owner: Customer;
/** a ticket by a forged Origin that looks like a duplicate */
let stranger: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  session = await aSession(api, await aSecret(api));
  owner = await openBy({ Authorization: `Bearer ${session}` }, { subject: SECRET_TEXT, description: SECRET_TEXT });
  stranger = await openBy({ Origin: new URL(ZURAW.installUrl).origin }, { description: 'Jak wyżej, proszę połączyć.' });
});
afterEach(() => api.discard());

async function openBy(headers: Record<string, string>, otherwise: object): Promise<Customer> {
  const ticketToken = newToken();
  const contact = { email: 'a@b.pl', name: ticketToken.slice(0, 8) };
  const body = aTicket({ contact, ...otherwise, ticketToken });
  const response = await api.app.request('/api/v1/tickets', post(body, { 'Idempotency-Key': newKey(), ...headers }));
  expect(response.status).toBe(201);
  return new Customer(api, ((await response.json()) as Ticket).number, ticketToken);
}

const merge = (from: Customer, into: Customer, isSamePerson = false) =>
  ola.tell(`/tickets/${from.number}/merge`, { into: into.number, isSamePerson });
const undo = (merged: Customer) => ola.tell(`/tickets/${merged.number}/unmerge`, {});
const saySame = (merged: Customer) => ola.tell(`/tickets/${merged.number}/same-person`, {});
const textsOf = async (customer: Customer) => (await customer.read()).messages.map(({ text }) => text);
const unread = async (...customers: Customer[]) => {
  const tickets = customers.map(({ number, token }) => ({ number, token }));
  return ((await (await api.app.request('/api/v1/unread', post({ tickets }))).json()) as { unread: number }).unread;
};
const file = (id: string, { token }: Customer) =>
  api.app.request(`/api/v1/attachments/${id}`, { headers: { Authorization: `Bearer ${token}` } });

/** A file with a message. */
async function sendFile(customer: Customer, text: string): Promise<string> {
  const id = newUploadId();
  await putPart(api, PNG, { id, bearer: customer.token });
  expect((await customer.write(text, [id])).status).toBe(201);
  return id;
}

test('a stranger whose ticket was merged reads no word of the owner, until an agent says that they are one', async () => {
  const secretFile = await sendFile(owner, 'Zrzut zamówienia.');
  expect((await merge(stranger, owner)).status).toBe(204);
  const read = await (await stranger.ask()).text();
  expect(read).not.toMatch(/Poufne|Zrzut/);
  expect(read).not.toContain(owner.number);
  expect(read).not.toContain(secretFile);
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.']);
  expect((await file(secretFile, stranger)).status).toBe(404);
  expect((await file(secretFile, owner)).status).toBe(200);
  expect(await textsOf(owner)).toContain('Jak wyżej, proszę połączyć.');
  const before = (await stranger.ask()).headers.get('ETag');

  expect((await saySame(stranger)).status).toBe(204);
  expect(await textsOf(stranger)).toEqual(await textsOf(owner));
  expect((await stranger.ask()).headers.get('ETag')).not.toBe(before);
  expect((await file(secretFile, stranger)).status).toBe(200);
  const { audit, merged } = await ola.ticket(owner.number);
  expect(audit.filter(({ action }) => action === 'ticket.same-person')).toHaveLength(1);
  expect(merged[0]?.isSamePerson).toBe(true);
});

test('the same press with the merge opens all at once', async () => {
  await merge(stranger, owner, true);
  expect(await textsOf(stranger)).toEqual([SECRET_TEXT, 'Jak wyżej, proszę połączyć.']);
});

test('an owner merged into a stranger’s ticket is not read by the stranger either', async () => {
  await merge(owner, stranger);
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.']);
  expect(await textsOf(owner)).toEqual(['Jak wyżej, proszę połączyć.', SECRET_TEXT]);
});

test('of two that anybody may have sent neither reads the other, and each reads the replies since', async () => {
  const other = await aCustomer(api, { description: 'Drugi bez dowodu.' });
  await ola.answer(stranger.number, 'Przed połączeniem.', { seenMessages: 1 });
  await merge(other, stranger);
  await ola.answer(stranger.number, 'Po połączeniu.', { seenMessages: 3 });
  expect(await textsOf(other)).toEqual(['Drugi bez dowodu.', 'Po połączeniu.']);
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.', 'Przed połączeniem.', 'Po połączeniu.']);
});

test('what either writes after the merge is theirs alone, and both get the replies', async () => {
  await ola.answer(owner.number, 'Poufna odpowiedź z wczoraj.', { seenMessages: 1 });
  await merge(stranger, owner);
  await owner.write('Hasło tymczasowe.');
  const written = await stranger.write('Co dalej?');
  await ola.answer(owner.number, 'Sprawdzamy.', { seenMessages: 5 });
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.', 'Co dalej?', 'Sprawdzamy.']);
  const { messages } = await stranger.read();
  expect(messages.map(({ id }) => id)).toEqual([1, 2, 3].map((place) => `${stranger.number}-${place}`));
  expect(await written.json()).toEqual(messages[1]);
  expect(messages[1]?.author).toBe(stranger.token.slice(0, 8));
  expect((await ola.ticket(owner.number)).messages.map(({ mergedFrom }) => mergedFrom)).toEqual([
    null,
    stranger.number,
    null,
    null,
    stranger.number,
    null,
  ]);
});

test('seen and unread are counted in what each reads; a stranger’s reading hides nothing from the owner', async () => {
  await merge(stranger, owner);
  await ola.answer(owner.number, 'Sprawdzamy.', { seenMessages: 2 });
  expect(await stranger.read()).toMatchObject({ seenMessages: 1, moves: [] });
  expect([await unread(stranger), await unread(owner), await unread(owner, stranger)]).toEqual([1, 1, 1]);
  expect((await stranger.see(2)).status).toBe(204);
  expect(await stranger.read()).toMatchObject({ seenMessages: 2 });
  expect([await unread(stranger), await unread(owner)]).toEqual([0, 1]);
  await stranger.see(1);
  await stranger.see(0);
  await stranger.see(900);
  expect(await stranger.read()).toMatchObject({ seenMessages: 2 });
  await owner.see(3);
  expect(await unread(owner)).toBe(0);
});

test('a stranger calls the owner’s ticket neither solved nor open again', async () => {
  await merge(stranger, owner);
  const moved = await stranger.move('solved');
  expect([moved.status, ((await moved.json()) as { code: string }).code]).toEqual([409, 'conflict']);
  expect((await owner.read()).status).toBe('new');
  expect((await owner.move('solved')).status).toBe(200);
});

test('a session of the shop reads all of it', async () => {
  await merge(stranger, owner);
  const response = await api.app.request(`/api/v1/tickets/${stranger.number}`, {
    headers: { Authorization: `Bearer ${session}` },
  });
  expect(((await response.json()) as Ticket).messages).toHaveLength(2);
});

test('the sender of a ticket that an agent vouched for is the shop, and reads all', async () => {
  await ola.tell(`/tickets/${stranger.number}/vouch`, { isVouched: true });
  await merge(stranger, owner);
  expect(await textsOf(stranger)).toContain(SECRET_TEXT);
});

test('to vouch for the merged thread opens it to nobody: the word is not about the stranger', async () => {
  await merge(stranger, owner);
  await ola.tell(`/tickets/${owner.number}/vouch`, { isVouched: true });
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.']);
});

test('through several merges a token keeps its own and what was replied since', async () => {
  const third = await aCustomer(api, { description: 'Trzeci.' });
  await merge(third, stranger);
  await ola.answer(stranger.number, 'Obu.', { seenMessages: 2 });
  await merge(stranger, owner);
  await ola.answer(owner.number, 'Wszystkim.', { seenMessages: 4 });
  expect(await textsOf(third)).toEqual(['Trzeci.', 'Obu.', 'Wszystkim.']);
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.', 'Obu.', 'Wszystkim.']);
  await saySame(third);
  expect(await textsOf(third)).toContain(SECRET_TEXT);
  expect(await textsOf(stranger)).not.toContain(SECRET_TEXT);
});

test('only a merged ticket has a sender who may be the same', async () => {
  expect((await saySame(stranger)).status).toBe(409);
  expect((await ola.tell('/tickets/1234567/same-person', {})).status).toBe(404);
});

test('a merge is undone within a day: each has its own again, what was written since stays', async () => {
  const [ownerBefore, strangerBefore] = [await owner.read(), await stranger.read()];
  const id = await sendFile(stranger, 'Mój plik.');
  await ola.note(stranger.number, 'Dziwny.');
  await stranger.see(2);
  await merge(stranger, owner);
  await stranger.write('Po połączeniu.');
  await ola.answer(owner.number, 'Odpowiedź po połączeniu.', { seenMessages: 4 });
  await owner.write('I jeszcze to.');
  await owner.see(6);
  expect((await undo(stranger)).status).toBe(204);

  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.', 'Mój plik.']);
  const { status, answerBy, seenMessages, moves } = await stranger.read();
  expect({ status, answerBy, moves }).toEqual({
    status: strangerBefore.status,
    answerBy: strangerBefore.answerBy,
    moves: strangerBefore.moves,
  });
  expect(seenMessages).toBe(2);
  expect((await file(id, stranger)).status).toBe(200);
  const kept = await owner.read();
  expect(kept.messages.map(({ text }) => text)).toEqual([
    SECRET_TEXT,
    'Po połączeniu.',
    'Odpowiedź po połączeniu.',
    'I jeszcze to.',
  ]);
  expect(kept.messages.map((message) => message.id)).toEqual([1, 2, 3, 4].map((place) => `${owner.number}-${place}`));
  expect(kept).toMatchObject({ subject: ownerBefore.subject, seenMessages: 4 });
  const { ticket, merged, audit } = await ola.ticket(owner.number);
  expect([ticket.proof, ticket.messageCount, merged]).toEqual(['verified', 4, []]);
  expect(audit.at(-1)?.action).toBe('ticket.merge-undone');
  const own = await ola.ticket(stranger.number);
  expect(own.ticket.number).toBe(stranger.number);
  expect(own.messages.map(({ kind, mergedFrom }) => [kind, mergedFrom])).toEqual([
    ['customer', null],
    ['customer', null],
    ['note', null],
  ]);
  expect((await ola.queue()).counts.all).toBe(2);
});

test('a wait that only the merged ticket had goes back with it', async () => {
  await ola.answer(owner.number, 'Gotowe.', { seenMessages: 1, status: 'solved' });
  await merge(stranger, owner);
  expect((await owner.read()).status).toBe('in-progress');
  await undo(stranger);
  expect(await owner.read()).toMatchObject({ status: 'solved', waitingSince: null });
  expect((await stranger.read()).waitingSince).not.toBeNull();
  const waits = await api.store.selectFrom('waits').select(['ticket_number', 'ended_by']).orderBy('id').execute();
  expect(waits).toEqual([
    { ticket_number: owner.number, ended_by: 'answer' },
    { ticket_number: stranger.number, ended_by: null },
  ]);
});

test('no merge is undone after a day, before the later one, or where there is none', async () => {
  const third = await aCustomer(api, { description: 'Trzeci.' });
  expect((await undo(third)).status).toBe(409);
  expect((await ola.tell('/tickets/1234567/unmerge', {})).status).toBe(404);
  await merge(stranger, owner);
  await merge(third, owner);
  expect((await ola.ticket(owner.number)).merged.map(({ undoUntil }) => undoUntil !== null)).toEqual([false, true]);
  expect((await undo(stranger)).status).toBe(409);
  expect((await undo(third)).status).toBe(204);
  api.clock.now = api.clock.now.add({ hours: 24 });
  const tomorrow = await aDeskAgent(api, 'Ewa Lis', 'ewa@shopgold.pl');
  expect((await tomorrow.tell(`/tickets/${stranger.number}/unmerge`, {})).status).toBe(409);
  expect((await tomorrow.ticket(owner.number)).merged[0]?.undoUntil).toBeNull();
});

test('a merged thread that is taken out again takes along what was merged into it before', async () => {
  const third = await aCustomer(api, { description: 'Trzeci.' });
  await merge(third, stranger);
  await merge(stranger, owner);
  await undo(stranger);
  expect(await textsOf(third)).toEqual(['Trzeci.']);
  expect((await ola.ticket(third.number)).ticket.number).toBe(stranger.number);
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.']);
  expect((await undo(third)).status).toBe(204);
  expect((await ola.ticket(third.number)).messages).toHaveLength(1);
});

test('a merge that was undone can be made again', async () => {
  await merge(stranger, owner, true);
  await undo(stranger);
  await merge(stranger, owner);
  expect(await textsOf(stranger)).toEqual(['Jak wyżej, proszę połączyć.']);
});
