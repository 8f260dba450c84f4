import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CUSTOMER_STATUSES } from '../../../src/contract/lists.ts';
import { readTicket } from '../../../src/contract/tickets/read-ticket.ts';
import { readReport } from '../../../src/reports/read-report.ts';
import { markSeenByAgent } from '../../../src/tickets/mark-seen.ts';
import { moveTicket } from '../../../src/tickets/move-ticket.ts';
import { revokeToken } from '../../../src/tickets/revoke-token.ts';
import { agentNotes, agentReplies } from '../../support/agent-writes.ts';
import { aCustomer, type Customer, newToken } from '../../support/customer.ts';
import { post } from '../../support/requests.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  anna = await aCustomer(api, { contact: { email: 'biuro@ksiegarnia-zuraw.pl', name: 'Anna Żuraw' } });
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const marek = () => ({ number: anna.number, actor: 'agent:1', author: 'Marek' });

async function answer(
  text = 'W Konfiguracja › Dostawy.',
  status: 'waiting-for-customer' | 'solved' = 'waiting-for-customer',
) {
  expect(await agentReplies(deps(), marek(), { text, status })).toMatchObject({ outcome: 'done' });
}

function pass(hours: number): void {
  api.clock.now = api.clock.now.add({ hours });
}

async function auditOf(number: string): Promise<string[]> {
  const rows = await api.store
    .selectFrom('audit')
    .select(['actor', 'action'])
    .where('ticket_number', '=', number)
    .execute();
  return rows.map(({ actor, action }) => `${actor} ${action}`);
}

describe('the thread', () => {
  test('begins with what was written, as the contract says', async () => {
    const ticket = readTicket.answer.parse(await anna.read());
    expect(ticket).toEqual({
      number: anna.number,
      subject: 'Darmowa dostawa od 200 zł',
      topic: 'configuration',
      corrected: null,
      followUpAt: null,
      status: 'new',
      channel: 'form',
      receivedAt: '2026-11-22T09:00:00Z',
      waitingSince: '2026-11-22T09:00:00Z',
      answerBy: '2026-11-25T09:00:00Z',
      withoutSupport: null,
      promised: true,
      helped: false,
      moves: ['solved'],
      seenMessages: 1,
      messages: [
        {
          id: `${anna.number}-1`,
          from: 'customer',
          author: 'Anna Żuraw',
          text: 'Gdzie ustawić próg tylko dla paczkomatów?',
          at: '2026-11-22T09:00:00Z',
          attachments: [],
        },
      ],
    });
  });

  test('goes on with answers and replies, in order; the promise runs from the first unanswered word (A4)', async () => {
    pass(10);
    await answer();
    expect(await anna.read()).toMatchObject({ status: 'waiting-for-customer', answerBy: null });
    pass(10);
    const reply = await anna.write('Nie widzę tam progu.');
    expect(reply.status).toBe(201);
    expect(await reply.json()).toEqual({
      id: `${anna.number}-3`,
      from: 'customer',
      author: 'Anna Żuraw',
      text: 'Nie widzę tam progu.',
      at: '2026-11-23T05:00:00Z',
      attachments: [],
    });
    pass(10);
    await anna.write('Jeszcze jedno.');
    const ticket = await anna.read();
    expect(ticket).toMatchObject({ status: 'in-progress', answerBy: '2026-11-26T05:00:00Z' });
    expect(ticket.messages.map(({ from, text }) => `${from}: ${text}`)).toEqual([
      'customer: Gdzie ustawić próg tylko dla paczkomatów?',
      'agent: W Konfiguracja › Dostawy.',
      'customer: Nie widzę tam progu.',
      'customer: Jeszcze jedno.',
    ]);
  });

  test('never shows a note, and a note changes no promise and no count', async () => {
    await agentNotes(deps(), marek(), 'TAJNE: klient dzwonił trzy razy');
    const response = await anna.ask();
    const body = await response.text();
    expect(body).not.toContain('TAJNE');
    expect(JSON.parse(body)).toMatchObject({ status: 'new', answerBy: '2026-11-25T09:00:00Z' });
    await answer();
    expect((await anna.read()).messages.map(({ id }) => id)).toEqual([`${anna.number}-1`, `${anna.number}-2`]);
    const unread = await api.app.request(
      '/api/v1/unread',
      post({ tickets: [{ number: anna.number, token: anna.token }] }),
    );
    expect(await unread.json()).toEqual({ unread: 1, ticket: anna.number, closed: [] });
  });

  test('that did not change is not sent again', async () => {
    const etag = (await anna.ask()).headers.get('ETag') ?? '';
    const same = await anna.ask('', { headers: { 'If-None-Match': etag } });
    expect([same.status, await same.text()]).toEqual([304, '']);
    await answer();
    const changed = await anna.ask('', { headers: { 'If-None-Match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('ETag')).not.toBe(etag);
  });

  test('leaves an audit line for everything that happens', async () => {
    await agentNotes(deps(), marek(), 'notatka');
    await answer();
    await anna.see(2);
    await anna.write('dziękuję');
    await anna.move('solved');
    await anna.move('in-progress');
    await moveTicket(deps(), marek(), 'closed');
    await revokeToken(deps(), marek());
    expect(await auditOf(anna.number)).toEqual([
      'customer ticket.opened',
      'agent:1 ticket.note',
      'agent:1 ticket.answered',
      'customer ticket.seen',
      'customer ticket.message',
      'customer ticket.helped',
      'customer ticket.moved',
      'customer ticket.helped',
      'customer ticket.moved',
      'agent:1 ticket.moved',
      'agent:1 ticket.token-revoked',
    ]);
  });
});

test('what customers cannot see, they cannot notice either: notes and our own reading change no tag', async () => {
  const etag = (await anna.ask()).headers.get('ETag');
  await agentNotes(deps(), marek(), 'notatka');
  await markSeenByAgent(deps(), { number: anna.number, actor: 'agent:1', author: null }, 1);
  expect((await anna.ask()).headers.get('ETag')).toBe(etag);
});

test('a tag that a proxy made weak is known again', async () => {
  const etag = (await anna.ask()).headers.get('ETag');
  expect((await anna.ask('', { headers: { 'If-None-Match': `W/${etag}` } })).status).toBe(304);
});

test('a thread grows to a million characters, and says kindly when it is full', async () => {
  const page = 'x'.repeat(20_000);
  for (let written = 0; written < 49; written++) expect((await anna.write(page)).status).toBe(201);
  const full = await anna.write(page);
  expect([full.status, await full.json()]).toMatchObject([409, { code: 'thread-full' }]);
  await answer('Proszę otworzyć nowe zgłoszenie.');
  expect((await anna.write('Dobrze.')).status).toBe(201);
});

describe('the queue', () => {
  const queued = async () =>
    await api.store.selectFrom('tickets').select(['queue_waiting', 'queue_due_at']).executeTakeFirstOrThrow();

  test('holds a ticket while an answer is owed, by the time it is owed', async () => {
    expect(await queued()).toEqual({ queue_waiting: 1, queue_due_at: '2026-11-25T09:00:00.000Z' });
    await answer();
    expect(await queued()).toMatchObject({ queue_waiting: 0 });
    pass(1);
    await anna.write('A jednak nie.');
    expect(await queued()).toEqual({ queue_waiting: 1, queue_due_at: '2026-11-25T10:00:00.000Z' });
    await anna.move('solved');
    expect(await queued()).toMatchObject({ queue_waiting: 0 });
  });
});

describe('the customer moves the ticket', () => {
  test('to solved, and open again, with the promise from then on', async () => {
    const solved = await anna.move('solved');
    expect([solved.status, await solved.json()]).toEqual([
      200,
      { number: anna.number, status: 'solved', answerBy: null },
    ]);
    pass(5);
    const reopened = await anna.move('in-progress');
    expect(await reopened.json()).toEqual({
      number: anna.number,
      status: 'in-progress',
      answerBy: '2026-11-25T14:00:00Z',
    });
  });

  test('where the ticket says it may be moved, and nowhere else', async () => {
    await expectMovesAsSaid({ waitingSince: '2026-11-22T09:00:00Z', moves: ['solved'] });
    await anna.move('solved');
    pass(5);
    await expectMovesAsSaid({ waitingSince: null, answerBy: null, moves: ['in-progress'] });
    await anna.move('in-progress');
    await expectMovesAsSaid({ waitingSince: '2026-11-22T14:00:00Z', moves: ['solved'] });
  });

  /** What is not among the moves, and is not so already, is refused. */
  async function expectMovesAsSaid(said: object): Promise<void> {
    const ticket = readTicket.answer.parse(await anna.read());
    expect(ticket).toMatchObject(said);
    for (const to of CUSTOMER_STATUSES) {
      if (!ticket.moves.includes(to) && ticket.status !== to) expect((await anna.move(to)).status).toBe(409);
    }
  }

  test('but not where it makes no sense: the refusal says where it stands by now', async () => {
    const response = await anna.move('in-progress');
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'conflict', ticketStatus: 'new' }]);
    expect(await anna.read()).toMatchObject({ status: 'new', answerBy: '2026-11-25T09:00:00Z' });
  });

  test.each(['new', 'closed', 'waiting-for-customer', '', null, {}])('and never to %j', async (status) => {
    expect((await anna.move(status as string)).status).toBe(422);
  });

  test('a reply opens what was solved or closed', async () => {
    await moveTicket(deps(), marek(), 'closed');
    expect((await anna.read()).status).toBe('closed');
    await anna.write('To nie działa dalej.');
    expect(await anna.read()).toMatchObject({ status: 'in-progress', answerBy: '2026-11-25T09:00:00Z' });
  });
});

describe('what a customer says of a solution', () => {
  /** What the ticket keeps, and what reports count on its topic. */
  async function said() {
    const { helped } = await api.store
      .selectFrom('tickets')
      .select('helped')
      .where('number', '=', anna.number)
      .executeTakeFirstOrThrow();
    const period = { from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2026-11-30') };
    const { received } = await readReport(api.store, period, api.clock.now);
    const [topic] = received.byTopic;
    return [helped, topic?.helped, topic?.notHelped];
  }

  test('is nothing while nobody answered, however it is moved', async () => {
    await anna.move('solved');
    expect(await said()).toEqual([null, 0, 0]);
    await anna.move('in-progress');
    expect(await said()).toEqual([null, 0, 0]);
    expect(await auditOf(anna.number)).not.toContain('customer ticket.helped');
  });

  test('is that it helped, once they call it solved, also after an agent did; and is said once', async () => {
    await answer('W Konfiguracja › Dostawy.', 'solved');
    expect(await said()).toEqual([null, 0, 0]);
    expect(await anna.read()).toMatchObject({ status: 'solved', helped: false });
    for (const _ of [1, 2]) expect((await anna.move('solved')).status).toBe(200);
    expect(await anna.read()).toMatchObject({ status: 'solved', helped: true });
    expect(await said()).toEqual(['yes', 1, 0]);
    const audit = await auditOf(anna.number);
    expect(audit.filter((event) => event === 'customer ticket.helped')).toHaveLength(1);
    expect(audit).not.toContain('customer ticket.moved');
  });

  test('is that it did not, once they open it again; the explanation after it changes nothing', async () => {
    await answer('W Konfiguracja › Dostawy.', 'solved');
    await anna.move('in-progress');
    await anna.write('Nadal jest kwota 200 zł.');
    expect(await said()).toEqual(['no', 0, 1]);
    expect(await anna.read()).toMatchObject({ status: 'in-progress', helped: false });
    await answer('Teraz działa.', 'solved');
    expect(await said()).toEqual(['no', 0, 1]);
    await anna.move('solved');
    expect(await said()).toEqual(['yes', 1, 0]);
  });

  test('is undecided again when what helped comes back', async () => {
    await answer();
    await anna.move('solved');
    expect(await said()).toEqual(['yes', 1, 0]);
    await anna.write('Dziś znowu to samo.');
    expect(await said()).toEqual([null, 0, 0]);
  });

  test('goes with the text that they solve it with: one message, no wait, nothing opened', async () => {
    await answer();
    const sent = await anna.ask(
      '/messages',
      post({ text: 'Tak, dziękuję, działa.', status: 'solved' }, { 'Idempotency-Key': 'key-of-one-reply-2' }),
    );
    expect(sent.status).toBe(201);
    const ticket = await anna.read();
    expect(ticket).toMatchObject({ status: 'solved', helped: true, waitingSince: null, answerBy: null });
    expect(ticket.messages.at(-1)?.text).toBe('Tak, dziękuję, działa.');
    expect(await said()).toEqual(['yes', 1, 0]);
    expect((await auditOf(anna.number)).slice(-3)).toEqual([
      'customer ticket.helped',
      'customer ticket.message',
      'customer ticket.moved',
    ]);
  });

  test('ends their own wait without a reply of ours, where they wait', async () => {
    await anna.ask(
      '/messages',
      post({ text: 'Już wiem jak.', status: 'solved' }, { 'Idempotency-Key': 'key-of-one-reply-3' }),
    );
    expect(await anna.read()).toMatchObject({ status: 'solved', waitingSince: null });
    const waits = await api.store.selectFrom('waits').select(['ended_by', 'answer_seconds']).execute();
    expect(waits).toEqual([{ ended_by: 'move', answer_seconds: null }]);
  });
});

describe('the same again', () => {
  test('a reply repeated with its key is one message, and the same bytes', async () => {
    const first = await anna.write('Raz.', undefined, 'key-of-one-reply-1');
    pass(100);
    const again = await anna.write('Raz.', undefined, 'key-of-one-reply-1');
    expect([again.status, await again.text()]).toEqual([201, await first.text()]);
    expect((await anna.read()).messages).toHaveLength(2);
  });

  test.each(['messages', 'status'])('a key that came with something else is refused: %s', async (path) => {
    await anna.write('Raz.', undefined, 'key-of-one-reply-3');
    const body = path === 'status' ? { status: 'solved' } : { text: 'Dwa.' };
    const other = await anna.ask(`/${path}`, post(body, { 'Idempotency-Key': 'key-of-one-reply-3' }));
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'idempotency-key-reused' }]);
  });

  test('a status repeated with its key answers what it answered, whatever happened since', async () => {
    const first = await anna.move('solved', 'key-of-one-move-1');
    await anna.move('in-progress');
    const again = await anna.move('solved', 'key-of-one-move-1');
    expect(await again.text()).toBe(await first.text());
    expect((await anna.read()).status).toBe('in-progress');
  });

  test('without a key nothing is written', async () => {
    const reply = await anna.ask('/messages', post({ text: 'Bez klucza' }));
    const move = await anna.ask('/status', post({ status: 'solved' }));
    expect([reply.status, move.status]).toEqual([400, 400]);
    expect((await anna.read()).messages).toHaveLength(1);
  });

  test('somebody who learned a key learns nothing with it', async () => {
    await anna.write('Tajne.', undefined, 'key-of-one-reply-4');
    const bearer = { Authorization: `Bearer ${newToken()}`, 'Idempotency-Key': 'key-of-one-reply-4' };
    const thief = await api.app.request(`/api/v1/tickets/${anna.number}/messages`, post({ text: 'Tajne.' }, bearer));
    expect(thief.status).toBe(404);
    expect(await thief.text()).not.toContain('Tajne');
  });
});

describe('seen marks', () => {
  test('go up only, and never past what is there', async () => {
    await answer();
    expect((await anna.see(2)).status).toBe(204);
    expect((await anna.read()).seenMessages).toBe(2);
    await anna.see(1);
    await anna.see(1_000_000);
    expect((await anna.read()).seenMessages).toBe(2);
  });

  test('what was seen is no longer unread', async () => {
    const unread = async () => {
      const body = { tickets: [{ number: anna.number, token: anna.token }] };
      return (await api.app.request('/api/v1/unread', post(body))).json();
    };
    await answer('jeden');
    await answer('dwa');
    await anna.write('odpowiedź');
    expect(await unread()).toEqual({ unread: 2, ticket: anna.number, closed: [] });
    await anna.see(2);
    expect(await unread()).toMatchObject({ unread: 1, ticket: anna.number });
    await anna.see(4);
    expect(await unread()).toEqual({ unread: 0, ticket: null, closed: [] });
  });

  test('unread counts nothing for a wrong token, and a ticket named twice once', async () => {
    await answer();
    const count = async (tickets: { number: string; token: string }[]) =>
      (await api.app.request('/api/v1/unread', post({ tickets }))).json();
    const pair = { number: anna.number, token: anna.token };
    expect(await count([{ ...pair, token: newToken() }])).toEqual({ unread: 0, ticket: null, closed: [anna.number] });
    expect(await count([pair, pair])).toMatchObject({ unread: 1, ticket: anna.number });
    expect(await count([])).toEqual({ unread: 0, ticket: null, closed: [] });
  });

  test('one ticket that has all of the unread is named, several are not; a closed one gets no more', async () => {
    const other = await aCustomer(api);
    const both = [anna, other].map(({ number, token }) => ({ number, token }));
    const count = async () => (await api.app.request('/api/v1/unread', post({ tickets: both }))).json();
    const answerOther = (status: 'solved' | 'waiting-for-customer') =>
      agentReplies(deps(), { ...marek(), number: other.number }, { text: 'Już.', status });
    await answerOther('waiting-for-customer');
    expect(await count()).toEqual({ unread: 1, ticket: other.number, closed: [] });
    await answer();
    expect(await count()).toEqual({ unread: 2, ticket: null, closed: [] });
    await moveTicket(deps(), marek(), 'closed');
    expect(await count()).toEqual({ unread: 2, ticket: null, closed: [anna.number] });
  });

  test.each([-1, 1.5, '2', null, 1_000_001])('%j is no count of messages', async (messages) => {
    expect((await anna.see(messages as number)).status).toBe(422);
  });
});

describe('a ticket token', () => {
  test('dies thirty days after closing, and opening again in time keeps it', async () => {
    await moveTicket(deps(), marek(), 'closed');
    pass(30 * 24 - 1);
    expect((await anna.ask()).status).toBe(200);
    await anna.move('in-progress');
    pass(24 * 365);
    expect((await anna.ask()).status).toBe(200);
    await moveTicket(deps(), marek(), 'closed');
    pass(30 * 24);
    expect((await anna.ask()).status).toBe(404);
    expect((await anna.write('Halo?')).status).toBe(404);
  });

  test('that was revoked opens nothing', async () => {
    await revokeToken(deps(), marek());
    expect((await anna.ask()).status).toBe(404);
    expect((await anna.see(1)).status).toBe(404);
  });

  test('is stored as a hash only, and stands in no log line', async () => {
    await anna.read();
    await anna.write('x');
    expect(api.logLines.join('')).not.toContain(anna.token);
    const row = await api.store.selectFrom('tickets').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(anna.token);
  });
});

test('a foreign ticket and a missing one are the same bytes', async () => {
  const other = await aCustomer(api);
  const asked = async (number: string, token: string | null) => {
    const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
    const response = await api.app.request(`/api/v1/tickets/${number}`, { headers });
    const kept = [...response.headers].filter(([name]) => name !== 'x-request-id');
    return JSON.stringify([response.status, kept, await response.text()]);
  };
  const answers = [
    await asked('1999993', anna.token),
    await asked(other.number, anna.token),
    await asked(other.number, null),
    await asked(other.number, 'nonsense'),
    await asked(other.number, `s_${newToken()}`),
    await asked('x', anna.token),
  ];
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('404');
  expect(NOW.toString()).toBe(api.clock.now.toString());
});
