import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/contract/desk/read-report.ts';
import { readAgentMarks } from '../../../src/store/agent-marks.ts';
import { autoCloseTickets } from '../../../src/tickets/auto-close.ts';
import { tellWhatIsBack, tellWhatIsLate } from '../../../src/tickets/tell-what-is-due.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { newKey } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let anna: Customer;
beforeEach(async () => {
  api = await service();
  // A Monday, in office hours.
  api.clock.now = Temporal.Instant.from('2026-11-23T09:00:00Z');
  ola = await aDeskAgent(api);
  anna = await aCustomer(api);
});
afterEach(() => api.discard());

const TOMORROW = '2026-11-24T11:00:00Z';
const deps = () => ({ store: api.store, now: () => api.clock.now });

/** Another shift begins then: a session that nobody uses ends. */
async function at(instant: string): Promise<void> {
  api.clock.now = Temporal.Instant.from(instant);
  ola = await aDeskAgent(api, `Ola ${instant}`, `ola${Date.parse(instant)}@shopgold.pl`);
}

const promise = (followUpAt: string, otherwise: object = {}, key = newKey()) =>
  ola.answer(anna.number, 'Sprawdzamy, odpiszemy.', { status: 'in-progress', followUpAt, ...otherwise }, key);
const ticket = async () => (await ola.ticket(anna.number)).ticket;
const section = async (name: string) => numbersIn(await ola.queue(), name);
const actions = async () => (await ola.ticket(anna.number)).audit.map(({ action }) => action);

async function followUps(): Promise<Report['followUps']['now']> {
  return ((await (await ola.ask('/reports?from=2026-11-01&to=2026-11-30')).json()) as Report).followUps.now;
}

describe('a reply that says by when we write again', () => {
  test('ends the promise, leaves the ticket in progress with that time, and tells the customer', async () => {
    const response = await promise(TOMORROW);
    expect([response.status, await response.json()]).toEqual([
      201,
      { number: anna.number, status: 'in-progress', followUpAt: TOMORROW },
    ]);
    expect(await ticket()).toMatchObject({ status: 'in-progress', answerBy: null, followUpAt: TOMORROW });
    expect(await anna.read()).toMatchObject({ answerBy: null, followUpAt: TOMORROW });
  });

  test('outside office hours it means the next opening', async () => {
    await promise('2026-11-28T12:00:00Z');
    expect((await ticket()).followUpAt).toBe('2026-11-30T07:00:00Z');
  });

  test('with the same key it is said once, also once its time is over', async () => {
    const key = newKey();
    const soon = '2026-11-23T09:10:00Z';
    const first = await (await promise(soon, {}, key)).text();
    api.clock.now = api.clock.now.add({ minutes: 15 });
    const again = await promise(soon, {}, key);
    expect([again.status, await again.text()]).toEqual([201, first]);
    expect(await followUps()).toEqual({ kept: 0, late: 1, running: 0 });
  });

  test.each([
    ['in the past', '2026-11-23T09:00:00Z'],
    ['too far', '2027-02-24T09:00:00Z'],
  ])('%s is refused, and nothing is sent', async (_, time) => {
    const response = await promise(time);
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'follow-up-unfit' }]);
    expect(await ticket()).toMatchObject({ status: 'new', messageCount: 1 });
  });

  test('goes with “in progress” only', async () => {
    const response = await promise(TOMORROW, { status: 'waiting-for-customer' });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path: 'followUpAt' }] }]);
  });
});

describe('what was promised', () => {
  beforeEach(() => promise(TOMORROW));

  test('stands nowhere until its day, then among the promised, late or not', async () => {
    expect(await section('promised')).toEqual([]);
    await at('2026-11-24T07:00:00Z');
    expect(await section('promised')).toEqual([anna.number]);
    await at('2026-11-24T12:00:00Z');
    expect(await section('promised')).toEqual([anna.number]);
  });

  test('is kept by a reply in time, and is late without; the desk is told once', async () => {
    await at('2026-11-24T11:00:00Z');
    expect(await tellWhatIsLate(deps())).toBe(1);
    expect(await tellWhatIsLate(deps())).toBe(0);
    expect(await actions()).toContain('ticket.follow-up-due');
    await ola.answer(anna.number, 'Gotowe.', { seenMessages: 2, status: 'solved' });
    expect(await followUps()).toEqual({ kept: 1, late: 0, running: 0 });
    expect((await ticket()).followUpAt).toBeNull();
  });

  test('a second time on the same question is allowed, and late from the beginning', async () => {
    await promise('2026-11-25T11:00:00Z', { seenMessages: 2 });
    expect(await ticket()).toMatchObject({ followUpAt: '2026-11-25T11:00:00Z', status: 'in-progress' });
    expect(await followUps()).toEqual({ kept: 1, late: 1, running: 0 });
    // Whoever asks on in between asks the same.
    await anna.write('I jak?');
    await promise('2026-11-26T11:00:00Z', { seenMessages: 4 });
    expect(await followUps()).toEqual({ kept: 1, late: 2, running: 0 });
    await ola.answer(anna.number, 'Gotowe.', { seenMessages: 5, status: 'solved' });
    await anna.write('A teraz co innego?');
    await promise('2026-11-27T11:00:00Z', { seenMessages: 7 });
    expect(await followUps()).toEqual({ kept: 1, late: 2, running: 1 });
  });

  test('a word of the customer leaves it and starts the promise; of the two the earlier one is due', async () => {
    await anna.write('Dodam, że w Chrome.');
    expect(await ticket()).toMatchObject({ followUpAt: TOMORROW, answerBy: '2026-11-26T09:00:00Z' });
    expect(await anna.read()).toMatchObject({ followUpAt: TOMORROW, answerBy: '2026-11-26T09:00:00Z' });
    await at('2026-11-24T07:00:00Z');
    expect(await section('due-soon')).toEqual([anna.number]);
  });

  test('is not left to the customer, nor closed for quiet', async () => {
    expect((await ticket()).moves).toEqual(['solved', 'closed']);
    const left = await ola.tell(`/tickets/${anna.number}/status`, { status: 'waiting-for-customer', seenMessages: 2 });
    expect(left.status).toBe(409);
    await at('2027-11-24T07:00:00Z');
    expect(await autoCloseTickets(deps(), 14)).toBe(0);
  });

  test('is put off without a word only with a line in the trail, and judged by what was said', async () => {
    const change = (followUpAt: string | null) => ola.tell(`/tickets/${anna.number}/follow-up`, { followUpAt });
    expect((await change('2026-11-25T11:00:00Z')).status).toBe(204);
    expect(await ticket()).toMatchObject({ followUpAt: '2026-11-25T11:00:00Z', status: 'in-progress' });
    await at('2026-11-25T10:00:00Z');
    await ola.answer(anna.number, 'Gotowe.', { seenMessages: 2, status: 'solved' });
    expect(await followUps()).toEqual({ kept: 0, late: 1, running: 0 });
    expect(await actions()).toContain('ticket.follow-up-set');
    expect((await change('2026-11-25T09:00:00Z')).status).toBe(409);
  });

  test('taken back before it is due it counts nowhere', async () => {
    await ola.tell(`/tickets/${anna.number}/follow-up`, { followUpAt: null });
    expect(await ticket()).toMatchObject({ followUpAt: null, status: 'in-progress' });
    expect(await followUps()).toEqual({ kept: 0, late: 0, running: 0 });
  });

  test('goes along with a merge, and back with its undoing', async () => {
    const other = await aCustomer(api);
    await ola.tell(`/tickets/${anna.number}/merge`, { into: other.number });
    expect((await ola.ticket(other.number)).ticket).toMatchObject({ followUpAt: TOMORROW, status: 'in-progress' });
    expect(await followUps()).toEqual({ kept: 0, late: 0, running: 1 });
    await ola.tell(`/tickets/${anna.number}/unmerge`, {});
    expect((await ola.ticket(other.number)).ticket.followUpAt).toBeNull();
    expect(await ticket()).toMatchObject({ followUpAt: TOMORROW, status: 'in-progress' });
  });

  test('is back when a closing is undone', async () => {
    const request = { reason: 'duplicate', numbers: [anna.number], asOf: api.clock.now.toString() };
    const closed = await ola.tell('/closings', request, { 'Idempotency-Key': newKey() });
    const { undo } = (await closed.json()) as { undo: { closing: number } };
    expect((await ticket()).followUpAt).toBeNull();
    expect(await (await ola.tell(`/closings/${undo.closing}/undo`, {})).json()).toEqual({
      restored: [anna.number],
      left: [],
    });
    expect(await ticket()).toMatchObject({ followUpAt: TOMORROW, status: 'in-progress' });
  });
});

describe('what was put off', () => {
  const putOff = (until: string) => ola.tell(`/tickets/${anna.number}/snooze`, { until });

  test('comes back by itself, is new again, and its holder is told once', async () => {
    const holder = ola.id;
    await ola.answer(anna.number, 'Proszę sprawdzić.');
    expect((await putOff(TOMORROW)).status).toBe(204);
    expect(await section('promised')).toEqual([]);
    await at(TOMORROW);
    expect(await tellWhatIsBack(deps())).toBe(1);
    expect(await tellWhatIsBack(deps())).toBe(0);
    expect(await section('promised')).toEqual([anna.number]);
    expect(await ticket()).toMatchObject({ snoozedUntil: TOMORROW, unseenByTeam: 1 });
    const marks = await readAgentMarks(api.store, holder, [anna.number]);
    expect(marks.get(anna.number)).toBe(1);
    expect(await actions()).toContain('ticket.returned');
    await at('2027-01-24T07:00:00Z');
    expect(await autoCloseTickets(deps(), 14)).toBe(0);
  });

  test('may be put off once more, and comes back once more', async () => {
    await ola.answer(anna.number, 'Proszę sprawdzić.');
    await putOff(TOMORROW);
    await at(TOMORROW);
    await tellWhatIsBack(deps());
    await putOff('2026-11-25T11:00:00Z');
    expect(await section('promised')).toEqual([]);
    await at('2026-11-25T11:00:00Z');
    expect(await tellWhatIsBack(deps())).toBe(1);
  });

  test.each(['solved', 'closed'])('is nothing that is %s', async (status) => {
    await ola.answer(anna.number, 'Gotowe.', { status: 'solved' });
    if (status === 'closed') await ola.tell(`/tickets/${anna.number}/status`, { status, seenMessages: 2 });
    expect((await putOff(TOMORROW)).status).toBe(409);
  });
});

describe('a bare thanks', () => {
  beforeEach(async () => {
    anna = await aCustomer(api, { outage: { facts: ['shop-down'] }, topic: 'outage' });
    await ola.answer(anna.number, 'Naprawione.', { status: 'solved' });
  });

  test('on a solved outage is told apart, waits as an ordinary ticket, and stands in no outage', async () => {
    await anna.write('Dziękuję bardzo, miłego dnia!');
    expect(await ticket()).toMatchObject({ isThanks: true, isOutage: false, status: 'in-progress' });
    expect((await ticket()).answerBy).not.toBeNull();
    expect(await section('outages')).toEqual([]);
    expect(await section('queue')).toContain(anna.number);
  });

  test('and more after it makes it an outage again', async () => {
    await anna.write('Dziękuję!');
    await anna.write('A jednak znowu nie działa.');
    expect(await ticket()).toMatchObject({ isThanks: false, isOutage: true });
    expect(await section('outages')).toEqual([anna.number]);
  });

  test('closed with one press, and opened again by a word it is an outage again', async () => {
    await anna.write('Dziękuję!');
    await ola.tell(`/tickets/${anna.number}/status`, { status: 'closed', seenMessages: 3 });
    expect(await ticket()).toMatchObject({ isThanks: false, status: 'closed' });
    await anna.write('Sklep znowu leży.');
    expect(await section('outages')).toEqual([anna.number]);
  });

  test('left as solved, it waits no longer and stands nowhere in the queue; a word more makes it an outage again', async () => {
    await anna.write('Dziękuję!');
    expect((await ola.tell(`/tickets/${anna.number}/status`, { status: 'solved', seenMessages: 3 })).status).toBe(204);
    expect(await ticket()).toMatchObject({ isThanks: false, status: 'solved', answerBy: null });
    expect([...(await section('outages')), ...(await section('queue'))]).not.toContain(anna.number);
    await anna.write('Sklep znowu leży.');
    expect(await ticket()).toMatchObject({ isThanks: false, isOutage: true });
    expect(await section('outages')).toEqual([anna.number]);
  });

  test('is none while we are to write again', async () => {
    await promise(TOMORROW, { seenMessages: 2 });
    await anna.write('Dziękuję!');
    expect((await ticket()).isThanks).toBe(false);
  });
});
