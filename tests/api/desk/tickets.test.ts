import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, TICKET_STATUSES, type TicketStatus } from '../../../src/contract/lists.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { newKey } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  anna = await aCustomer(api);
});
afterEach(() => api.discard());

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];

describe('the queue', () => {
  test('shows what waits, with the shop, the promise and whose it is', async () => {
    const { sections, counts } = await ola.queue();
    expect(counts).toEqual({ all: 1, mine: 0, unassigned: 1, outages: 0 });
    expect(sections.map(({ section, count }) => [section, count])).toEqual([
      ['outages', 0],
      ['due-soon', 0],
      ['promised', 0],
      ['queue', 1],
    ]);
    expect(sections[3]?.tickets[0]).toMatchObject({
      number: anna.number,
      subject: 'Darmowa dostawa od 200 zł',
      shop: { name: 'Księgarnia Żuraw' },
      status: 'new',
      assignee: null,
      unseen: 1,
      isOutage: false,
    });
  });

  test('comes in pages that fit together while time goes on', async () => {
    for (let more = 0; more < 59; more++) await aCustomer(api);
    // Due on Wednesday at 10:00: soon from Tuesday at 14:00 on, with four hours of the office left.
    api.clock.now = api.clock.now.add({ hours: 51, minutes: 45 });
    const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
    const first = await jan.queue();
    const next = first.sections[3]?.next ?? '';
    api.clock.now = api.clock.now.add({ minutes: 30 });
    expect(numbersIn(await jan.queue(), 'due-soon')).toHaveLength(50);
    const second = await jan.queue(`?cursor=${next}`);
    expect(second.sections.map(({ section }) => section)).toEqual(['queue']);
    expect(second.at).toBe(first.at);
    const numbers = [...numbersIn(first, 'queue'), ...numbersIn(second, 'queue')];
    expect(numbers).toHaveLength(60);
    expect(new Set(numbers).size).toBe(60);
  });

  test('shows what an agent said they write on another day to them alone; what they put off, to nobody', async () => {
    const said = async (columns: object) => {
      const { number } = await aCustomer(api);
      const back = { status: 'in-progress', waiting_since: null, answer_by: null, queue_waiting: 0 } as const;
      const row = { ...back, assignee_id: ola.id, ...columns };
      await api.store.updateTable('tickets').set(row).where('number', '=', number).execute();
      return number;
    };
    const [today, inDays] = ['2026-11-22T15:00:00.000Z', '2026-11-25T15:00:00.000Z'];
    const later = await said({ follow_up_at: inDays, queue_return_at: inDays });
    await said({ snoozed_until: inDays, queue_return_at: inDays });
    const now = await said({ follow_up_at: today, queue_return_at: today });
    const mine = await ola.queue('?assignee=me');
    expect(numbersIn(mine, 'promised')).toEqual([now, later]);
    expect(numbersIn(await ola.queue(), 'promised')).toEqual([now]);
    expect(mine.counts).toEqual({ all: 2, mine: 2, unassigned: 1, outages: 0 });
  });

  test('shows only what the filters let through', async () => {
    const piotr = await aCustomer(api, { topic: 'installation' });
    await ola.tell(`/tickets/${piotr.number}/assignee`, { assignee: ola.id, from: null });
    expect(numbersIn(await ola.queue('?assignee=me'), 'queue')).toEqual([piotr.number]);
    expect(numbersIn(await ola.queue('?assignee=none'), 'queue')).toEqual([anna.number]);
    expect(numbersIn(await ola.queue('?topic=installation'), 'queue')).toEqual([piotr.number]);
    expect(numbersIn(await ola.queue('?channel=panel'), 'queue')).toEqual([]);
    expect(numbersIn(await ola.queue('?status=in-progress'), 'queue')).toEqual([]);
    expect(numbersIn(await ola.queue('?shop=999'), 'queue')).toEqual([]);
  });

  test.each(['?assignee=ola.nowak', '?colour=red', '?cursor=abc', '?shop=1x'])('refuses %s', async (query) => {
    expect(await codeOf(await ola.ask(`/queue${query}`))).toEqual([422, 'invalid-request']);
  });

  test('lists what is answered as well, the newest first', async () => {
    const piotr = await aCustomer(api);
    await ola.answer(anna.number, 'W konfiguracji.', { status: 'solved' });
    const all = (await (await ola.ask('/tickets')).json()) as { tickets: { number: string }[] };
    expect(all.tickets.map(({ number }) => number)).toEqual([piotr.number, anna.number]);
    const solved = (await (await ola.ask('/tickets?status=solved')).json()) as { tickets: { number: string }[] };
    expect(solved.tickets.map(({ number }) => number)).toEqual([anna.number]);
  });
});

describe('a ticket', () => {
  test('shows the thread with its notes, the shop and what was done', async () => {
    await ola.note(anna.number, 'Sprawdzić u Piotra.');
    await ola.answer(anna.number, 'W konfiguracji.');
    const { ticket, messages, shop, audit } = await ola.ticket(anna.number);
    expect(messages.map(({ kind, author, position }) => [kind, author, position])).toEqual([
      ['customer', null, 1],
      ['note', 'Ola Nowak', null],
      ['agent', 'Ola Nowak', 2],
    ]);
    expect(ticket).toMatchObject({ status: 'waiting-for-customer', messageCount: 2, unseen: 0, answerBy: null });
    expect(shop).toMatchObject({
      supportNumber: '7KcWt9Ru',
      support: { state: 'active' },
      licence: 'valid',
      earlier: [],
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'ticket.opened',
      'ticket.note',
      'ticket.answered',
      'ticket.assigned',
    ]);
    expect(audit.at(-1)?.actor).toBe(ola.id);
  });

  test('that does not exist is missing, whatever is asked', async () => {
    for (const number of ['1000098', 'x', '1000015%00']) {
      expect((await ola.ask(`/tickets/${number}`)).status).toBe(404);
      expect((await ola.note(number, 'a')).status).toBe(404);
      expect((await ola.answer(number, 'a')).status).toBe(404);
    }
  });
});

describe('a note', () => {
  const notes = async () => (await ola.ticket(anna.number)).messages.filter(({ kind }) => kind === 'note');

  test('is stored once however often it comes, with the same response to the last byte', async () => {
    const key = newKey();
    const [first, again] = [await ola.note(anna.number, 'Dzwonił.', key), await ola.note(anna.number, 'Dzwonił.', key)];
    expect([first.status, again.status, await again.text()]).toEqual([201, 201, await first.text()]);
    expect(await notes()).toMatchObject([{ text: 'Dzwonił.', author: 'Ola Nowak' }]);
    await ola.note(anna.number, 'Dzwonił.');
    expect(await notes()).toHaveLength(2);
  });

  test('with another text under the same key is refused, and so is one without a key', async () => {
    const key = newKey();
    await ola.note(anna.number, 'Dzwonił.', key);
    const other = await ola.note(anna.number, 'Nie dzwonił.', key);
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);
    expect((await ola.tell(`/tickets/${anna.number}/notes`, { text: 'Dzwonił.' })).status).toBe(400);
    expect(await notes()).toHaveLength(1);
  });
});

describe('an answer', () => {
  test('reaches the customer, and is stored once however often it comes', async () => {
    const key = newKey();
    const first = await ola.answer(anna.number, 'W konfiguracji.', {}, key);
    const second = await ola.answer(anna.number, 'W konfiguracji.', {}, key);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.text()).toBe(await first.text());
    expect((await anna.read()).messages.map(({ text }) => text).slice(1)).toEqual(['W konfiguracji.']);
    expect(await codeOf(await ola.answer(anna.number, 'Coś innego.', {}, key))).toEqual([
      422,
      'idempotency-key-reused',
    ]);
  });

  test('over a message that nobody has seen is refused, and nothing is stored', async () => {
    await anna.write('Jeszcze jedno pytanie.');
    expect(await codeOf(await ola.answer(anna.number, 'Odpowiedź na pierwsze.'))).toEqual([409, 'newer-message']);
    expect((await anna.read()).messages).toHaveLength(2);
    expect((await ola.answer(anna.number, 'Odpowiedź na oba.', { seenMessages: 2 })).status).toBe(201);
  });

  test('needs a key and a text', async () => {
    const body = { text: 'a', status: 'solved', seenMessages: 1 };
    expect(await codeOf(await ola.tell(`/tickets/${anna.number}/replies`, body))).toEqual([
      400,
      'idempotency-key-missing',
    ]);
    expect(await codeOf(await ola.answer(anna.number, '  '))).toEqual([422, 'invalid-request']);
  });
});

describe('two agents', () => {
  let jan: DeskAgent;
  beforeEach(async () => {
    jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  });

  test('who take the same ticket at once: the second is told who has it', async () => {
    const path = `/tickets/${anna.number}/assignee`;
    expect((await ola.tell(path, { assignee: ola.id, from: null })).status).toBe(204);
    const late = await jan.tell(path, { assignee: jan.id, from: null });
    expect(await late.json()).toMatchObject({ code: 'conflict', assignee: { id: ola.id, name: 'Ola Nowak' } });
    expect((await jan.tell(path, { assignee: jan.id, from: ola.id })).status).toBe(204);
    expect((await ola.ticket(anna.number)).ticket.assignee).toEqual({ id: jan.id, name: 'Jan Kos' });
  });

  test('who replies to a ticket that nobody holds, holds it from then on, and the history says so', async () => {
    await jan.answer(anna.number, 'W konfiguracji.');
    const { ticket, audit } = await ola.ticket(anna.number);
    expect(ticket.assignee).toEqual({ id: jan.id, name: 'Jan Kos' });
    const assigned = audit.filter(({ action }) => action === 'ticket.assigned');
    expect(assigned).toMatchObject([{ actor: jan.id, details: { from: null, to: jan.id } }]);
    // What comes back is in the list of his own, and stays his when somebody else replies.
    await anna.write('Nie działa.');
    expect(numbersIn(await jan.queue('?assignee=me'), 'queue')).toEqual([anna.number]);
    await ola.answer(anna.number, 'A teraz?', { seenMessages: 3 });
    expect((await ola.ticket(anna.number)).ticket.assignee?.id).toBe(jan.id);
  });

  test('read for themselves: what one has seen is known to the team, and new to the others', async () => {
    const seen = async (agent: DeskAgent) => {
      const row = (await agent.queue()).sections.flatMap(({ tickets }) => tickets)[0];
      return [row?.unseen, row?.unseenByTeam];
    };
    expect([await seen(ola), await seen(jan)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    await ola.tell(`/tickets/${anna.number}/seen`, { messages: 1 });
    expect([await seen(ola), await seen(jan)]).toEqual([
      [0, 0],
      [1, 0],
    ]);
    await anna.write('Jeszcze jedno.');
    expect([await seen(ola), await seen(jan)]).toEqual([
      [1, 1],
      [2, 1],
    ]);
    await jan.tell(`/tickets/${anna.number}/seen`, { messages: 2 });
    expect([await seen(ola), await seen(jan)]).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect((await ola.ticket(anna.number)).ticket).toMatchObject({ unseen: 1, unseenByTeam: 0 });
  });

  test('who replies has read the thread; to the others an answered ticket that is not theirs is not unread', async () => {
    await jan.answer(anna.number, 'W konfiguracji.');
    const rowOf = async (agent: DeskAgent) => {
      const { tickets } = (await (await agent.ask('/tickets')).json()) as { tickets: { unseen: number }[] };
      return tickets[0]?.unseen;
    };
    expect([await rowOf(jan), await rowOf(ola)]).toEqual([0, 0]);
    // Given to her, it is hers to read.
    await jan.tell(`/tickets/${anna.number}/assignee`, { assignee: ola.id, from: jan.id });
    expect([await rowOf(jan), await rowOf(ola)]).toEqual([0, 2]);
  });

  test('a note, or a reply that is refused, holds nothing', async () => {
    await jan.note(anna.number, 'Sprawdzić u Piotra.');
    await anna.write('Jeszcze jedno.');
    expect((await jan.answer(anna.number, 'W konfiguracji.')).status).toBe(409);
    expect((await ola.ticket(anna.number)).ticket.assignee).toBeNull();
  });

  test('see who else is there and writes, and no longer when he leaves', async () => {
    const tell = (isHere: boolean, isWriting: boolean) =>
      jan.tell(`/tickets/${anna.number}/presence`, { isHere, isWriting });
    await tell(true, true);
    expect((await ola.ticket(anna.number)).present).toEqual([
      { agent: { id: jan.id, name: 'Jan Kos' }, isWriting: true },
    ]);
    expect((await jan.ticket(anna.number)).present).toEqual([]);
    await tell(false, false);
    expect((await ola.ticket(anna.number)).present).toEqual([]);
  });

  test('are nowhere but at tickets', async () => {
    const response = await jan.tell('/tickets/1000016/presence', { isHere: true, isWriting: true });
    expect(response.status).toBe(404);
  });

  test('cannot give a ticket to who does not exist', async () => {
    const nobody = { assignee: 'a_nobody', from: null };
    expect(await codeOf(await ola.tell(`/tickets/${anna.number}/assignee`, nobody))).toEqual([409, 'conflict']);
  });
});

describe('its place', () => {
  test('is changed only by a word of an agent, which is audited', async () => {
    await ola.tell(`/tickets/${anna.number}/place`, { isOutage: true });
    expect(numbersIn(await ola.queue(), 'outages')).toEqual([anna.number]);
    await ola.tell(`/tickets/${anna.number}/place`, { isOutage: false });
    expect(numbersIn(await ola.queue(), 'queue')).toEqual([anna.number]);
    const { audit } = await ola.ticket(anna.number);
    expect(audit.map(({ action }) => action)).toEqual(['ticket.opened', 'ticket.lifted', 'ticket.lowered']);
  });

  test('is not given up to sleep while an answer is owed; a message wakes it', async () => {
    const until = api.clock.now.add({ hours: 24 }).toString();
    const path = `/tickets/${anna.number}/snooze`;
    expect(await codeOf(await ola.tell(path, { until }))).toEqual([409, 'conflict']);
    await ola.answer(anna.number, 'Sprawdzimy jutro.', { status: 'in-progress' });
    expect((await ola.tell(path, { until })).status).toBe(204);
    expect((await ola.ticket(anna.number)).ticket.snoozedUntil).not.toBeNull();
    await anna.write('I jak?');
    expect((await ola.ticket(anna.number)).ticket.snoozedUntil).toBeNull();
  });

  test('in another status follows what customers are promised', async () => {
    const path = `/tickets/${anna.number}/status`;
    const waiting = await ola.tell(path, { status: 'waiting-for-customer', seenMessages: 1 });
    expect(await waiting.json()).toMatchObject({ code: 'conflict', ticketStatus: 'new' });
    await anna.write('Jeszcze jedno.');
    expect(await codeOf(await ola.tell(path, { status: 'solved', seenMessages: 1 }))).toEqual([409, 'newer-message']);
    expect((await ola.tell(path, { status: 'solved', seenMessages: 2 })).status).toBe(204);
  });
});

describe('a ticket says where it may be moved', () => {
  /** As it is after the end of support, or by e-mail: the customer waits, and nothing is promised. */
  const promiseNothing = (channel: Channel) =>
    api.store.updateTable('tickets').set({ channel, answer_by: null }).where('number', '=', anna.number).execute();
  const moved = (status: TicketStatus) =>
    ola.tell(`/tickets/${anna.number}/status`, { status, seenMessages: 1 }).then((response) => response.status);

  test.each(['panel', 'email'] as const)(
    'by %s, waiting without a promise: not to the customer, and not out of sight',
    async (channel) => {
      await moved('in-progress');
      await promiseNothing(channel);
      const { ticket } = await ola.ticket(anna.number);
      expect(ticket).toMatchObject({ channel, waitingSince: '2026-11-22T09:00:00Z', answerBy: null });
      expect(ticket.moves).toEqual(['solved', 'closed']);
      expect(await moved('waiting-for-customer')).toBe(409);
      const snooze = await ola.tell(`/tickets/${anna.number}/snooze`, { until: '2026-11-24T09:00:00Z' });
      expect(snooze.status).toBe(409);
      expect((await ola.queue()).sections[3]?.tickets[0]).toMatchObject({ waitingSince: ticket.waitingSince });
    },
  );

  test('from every status exactly there, whether the customer waits or not', async () => {
    for (const status of TICKET_STATUSES) {
      for (const waiting_since of [null, '2026-11-22T09:00:00.000Z']) {
        const reset = () =>
          api.store
            .updateTable('tickets')
            .set({ status, waiting_since, queue_waiting: waiting_since ? 1 : 0 })
            .where('number', '=', anna.number)
            .execute();
        await reset();
        const { moves } = (await ola.ticket(anna.number)).ticket;
        for (const to of TICKET_STATUSES.filter((other) => other !== status)) {
          await reset();
          expect([to, await moved(to)]).toEqual([to, moves.includes(to) ? 204 : 409]);
        }
      }
    }
  });
});
