import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAgent } from '../../src/identity/add-agent.ts';
import type { Agent } from '../../src/identity/agent.ts';
import { completeSolutions } from '../../src/incidents/complete-solutions.ts';
import { linkTicket } from '../../src/incidents/link-ticket.ts';
import { readIncident } from '../../src/incidents/read-incident.ts';
import { solveIncident } from '../../src/incidents/solve-incident.ts';
import { listAgents } from '../../src/store/agents.ts';
import { findIncident } from '../../src/store/incidents.ts';
import { findTicket } from '../../src/store/tickets.ts';
import { markSeenByAgent } from '../../src/tickets/mark-seen.ts';
import { mergeTickets } from '../../src/tickets/merge-tickets.ts';
import { agentReplies } from '../support/agent-writes.ts';
import { anIncident } from '../support/an-incident.ts';
import { CHEAP_PASSWORDS } from '../support/cheap-passwords.ts';
import { aCustomer, type Customer } from '../support/customer.ts';
import { newKey } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

const TEXT = 'Poprawka jest w wersji 10.5.1.';

let api: Service;
let ola: Agent;
let incident: number;
beforeEach(async () => {
  api = await service();
  const agent = { email: 'ola@shopgold.pl', name: 'Ola Nowak', role: 'agent', password: 'konik na biegunach' } as const;
  await addAgent(api.store, agent, api.clock.now, CHEAP_PASSWORDS);
  const [row] = await listAgents(api.store);
  if (!row) throw new Error('no agent');
  ola = { id: row.id, name: row.name, email: row.email, role: row.role };
  incident = await anIncident(api);
});
afterEach(() => api.discard());

const deps = () => ({ store: api.store, now: () => api.clock.now });
const affected = () => aCustomer(api, { notice: `${incident}` });
const by = ({ number }: Customer) => ({ number, actor: ola.id, author: ola.name });
const solve = (text = TEXT, key = newKey()) => solveIncident(deps(), incident, text, ola, key);
const textsOf = async (customer: Customer) => (await customer.read()).messages.map(({ text }) => text).slice(1);
const counts = async () => (await readIncident(api.store, incident, null))?.counts;

describe('solving an incident', () => {
  test('answers every linked ticket as that agent, and calls it solved', async () => {
    const customers = [await affected(), await affected()];
    const other = await aCustomer(api);
    expect(await solve()).toEqual({ outcome: 'done', number: `${incident}`, body: JSON.stringify({ id: incident }) });
    expect(await completeSolutions(deps())).toBe(2);
    for (const customer of customers) {
      const { status, answerBy, messages } = await customer.read();
      expect([status, answerBy]).toEqual(['solved', null]);
      expect(messages[1]).toMatchObject({ from: 'agent', author: 'Ola Nowak', text: TEXT });
    }
    expect(await textsOf(other)).toEqual([]);
    expect(await counts()).toEqual({ linked: 2, waiting: 0, over: 0, answered: 2, kept: 0 });
  });

  test('ends it at once, and leaves an end that was earlier', async () => {
    api.clock.now = api.clock.now.add({ hours: 2 });
    await solve();
    expect((await findIncident(api.store, incident))?.until).toBe('2026-11-22T11:00:00.000Z');
    const ended = await anIncident(api, { until: api.clock.now.add({ hours: 1 }) });
    api.clock.now = api.clock.now.add({ hours: 5 });
    await solveIncident(deps(), ended, TEXT, ola, newKey());
    expect((await findIncident(api.store, ended))?.until).toBe('2026-11-22T12:00:00.000Z');
  });

  test('happens once: the same press changes nothing, another one is refused', async () => {
    const [anna, key] = [await affected(), newKey()];
    await solve(TEXT, key);
    expect(await solve(TEXT, key)).toEqual({
      outcome: 'repeated',
      number: `${incident}`,
      body: JSON.stringify({ id: incident }),
    });
    expect(await solve('Inaczej.', key)).toEqual({ outcome: 'refused', code: 'idempotency-key-reused' });
    expect(await solve('Inaczej.')).toEqual({ outcome: 'refused', code: 'conflict' });
    await completeSolutions(deps());
    await completeSolutions(deps());
    expect(await textsOf(anna)).toEqual([TEXT]);
  });

  test('is not for news of a version, nor for what is not there', async () => {
    const news = await anIncident(api, { kind: 'update' });
    expect(await solveIncident(deps(), news, TEXT, ola, newKey())).toEqual({ outcome: 'refused', code: 'conflict' });
    expect(await solveIncident(deps(), 999_999, TEXT, ola, newKey())).toEqual({
      outcome: 'refused',
      code: 'not-found',
    });
  });

  test('two at once: one is taken, and its text alone goes out', async () => {
    const anna = await affected();
    const outcomes = await Promise.all([solve('Pierwsza.'), solve('Druga.')]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused']);
    await completeSolutions(deps());
    expect(await textsOf(anna)).toHaveLength(1);
  });

  test('leaves what was over as it was, also when it is opened again later', async () => {
    const [anna, piotr] = [await affected(), await affected()];
    await agentReplies(deps(), by(anna), { text: 'Obejście: wyłączyć moduł.', status: 'solved' });
    await solve();
    await completeSolutions(deps());
    await anna.write('A jednak nie.');
    await completeSolutions(deps());
    expect(await textsOf(anna)).toEqual(['Obejście: wyłączyć moduł.', 'A jednak nie.']);
    expect(await textsOf(piotr)).toEqual([TEXT]);
    expect(await counts()).toEqual({ linked: 2, waiting: 0, over: 1, answered: 1, kept: 0 });
  });

  test('is in the audit trail: whose it is, and of each ticket which incident it was', async () => {
    const anna = await affected();
    await solve();
    await completeSolutions(deps());
    const audit = await api.store.selectFrom('audit').selectAll().orderBy('id').execute();
    const solved = audit.find(({ action }) => action === 'notice.solved');
    expect([solved?.actor, solved?.notice_id]).toEqual([ola.id, incident]);
    const answered = audit.find(({ action }) => action === 'ticket.answered');
    expect([answered?.actor, answered?.ticket_number]).toEqual([ola.id, anna.number]);
    expect(JSON.parse(answered?.details ?? '{}')).toEqual({
      position: 2,
      from: 'new',
      to: 'solved',
      notice: incident,
    });
  });
});

describe('nothing is answered over unseen words', () => {
  test('what the customer wrote after the linking keeps its promise', async () => {
    const anna = await affected();
    const { answerBy } = await anna.read();
    api.clock.now = api.clock.now.add({ hours: 5 });
    await anna.write('A druga sprawa: jak zmienić logo?');
    await solve();
    await completeSolutions(deps());
    const read = await anna.read();
    expect([read.status, read.answerBy]).toEqual(['in-progress', answerBy]);
    expect(await textsOf(anna)).toEqual(['A druga sprawa: jak zmienić logo?', TEXT]);
    expect((await findTicket(api.store, anna.number))?.queue_waiting).toBe(1);
    expect((await findTicket(api.store, anna.number))?.agent_seen).toBe(0);
    expect(await counts()).toEqual({ linked: 1, waiting: 0, over: 0, answered: 0, kept: 1 });
  });

  test('what an agent has seen since is answered with the rest', async () => {
    const anna = await affected();
    await anna.write('I jeszcze raz.');
    await markSeenByAgent(deps(), by(anna), 2);
    await solve();
    await completeSolutions(deps());
    expect((await anna.read()).status).toBe('solved');
  });

  test('what came while an agent linked it by hand, unseen, is not answered either', async () => {
    const anna = await aCustomer(api);
    await anna.write('A druga sprawa.');
    await linkTicket(deps(), by(anna), { incident, seenMessages: 1 });
    await solve();
    await completeSolutions(deps());
    expect((await anna.read()).status).toBe('in-progress');
  });
});

describe('a linked ticket that was merged into another one', () => {
  const mergeInto = (from: Customer, into: Customer) => mergeTickets(deps(), by(from), { into: into.number });

  test('brings the link along, and the thread is answered once', async () => {
    const [anna, again] = [await affected(), await affected()];
    await mergeInto(again, anna);
    await solve();
    expect(await completeSolutions(deps())).toBe(1);
    expect((await anna.read()).status).toBe('solved');
    expect(await counts()).toEqual({ linked: 1, waiting: 0, over: 0, answered: 1, kept: 0 });
  });

  test('answers nothing that the other thread said and nobody saw', async () => {
    const [anna, other] = [await affected(), await aCustomer(api)];
    await mergeInto(anna, other);
    await solve();
    await completeSolutions(deps());
    expect((await other.read()).status).toBe('in-progress');
    expect((await other.read()).messages.at(-1)?.text).toBe(TEXT);
  });

  test('while the solution is on its way is reached all the same', async () => {
    const [older, anna] = [await aCustomer(api), await affected()];
    await solve();
    await completeSolutions(deps(), () => true);
    await mergeInto(anna, older);
    expect(await completeSolutions(deps())).toBe(1);
    expect(await textsOf(older)).toContain(TEXT);
  });
});

describe('after the solving', () => {
  test('no ticket is linked any more, and none is taken away', async () => {
    const [anna, piotr] = [await affected(), await aCustomer(api)];
    await solve();
    const link = (customer: Customer, incident: number | null) =>
      linkTicket(deps(), by(customer), { incident, seenMessages: 1 });
    expect(await link(piotr, incident)).toEqual({ outcome: 'not-allowed' });
    expect(await link(anna, null)).toEqual({ outcome: 'not-allowed' });
    expect(await link(anna, await anIncident(api))).toEqual({ outcome: 'not-allowed' });
  });
});

describe('a crash in the middle', () => {
  test('between two tickets loses no answer and doubles none', async () => {
    const customers = [await affected(), await affected(), await affected()];
    await solve();
    let looks = 0;
    expect(await completeSolutions(deps(), () => ++looks > 2)).toBe(2);
    expect(await counts()).toMatchObject({ waiting: 1, answered: 2 });
    await api.restart();
    expect(await completeSolutions(deps())).toBe(1);
    expect(await completeSolutions(deps())).toBe(0);
    for (const customer of customers) expect(await textsOf(customer)).toEqual([TEXT]);
  });

  test('within a ticket leaves neither the answer nor the mark', async () => {
    const [anna, piotr] = [await affected(), await affected()];
    await solve();
    await breakAnswersOf(anna.number);
    await expect(completeSolutions(deps())).rejects.toThrow('1 linked tickets got no answer');
    expect((await findTicket(api.store, anna.number))?.solution_mark).toBeNull();
    expect(await textsOf(piotr), 'one that fails keeps no other from its answer').toEqual([TEXT]);
    await mendAnswers();
    expect(await textsOf(anna)).toEqual([]);
    expect(await completeSolutions(deps())).toBe(1);
    expect(await textsOf(anna)).toEqual([TEXT]);
    expect(await textsOf(piotr)).toEqual([TEXT]);
  });

  test('of one incident keeps no other incident from its answers', async () => {
    const [anna, other] = [await affected(), await anIncident(api)];
    const piotr = await aCustomer(api, { notice: `${other}` });
    await solve();
    await solveIncident(deps(), other, 'Też naprawione.', ola, newKey());
    await breakAnswersOf(anna.number);
    await expect(completeSolutions(deps())).rejects.toThrow('1 linked tickets got no answer');
    expect(await textsOf(piotr)).toEqual(['Też naprawione.']);
  });

  test('several that finish the work at once answer each ticket once', async () => {
    const customers = [await affected(), await affected(), await affected()];
    await solve();
    const answered = await Promise.all([completeSolutions(deps()), completeSolutions(deps())]);
    expect(answered.reduce((sum, count) => sum + count, 0)).toBe(3);
    for (const customer of customers) expect(await textsOf(customer)).toEqual([TEXT]);
  });

  /** The place of the next message is taken, as the unique index sees it: the answer's transaction fails after its mark. */
  async function breakAnswersOf(number: string): Promise<void> {
    const message = {
      ticket_number: number,
      sender: 'agent',
      author: null,
      text: 'x',
      sent_at: '',
      position: 2,
    } as const;
    await api.store.insertInto('messages').values(message).execute();
  }

  async function mendAnswers(): Promise<void> {
    await api.store.deleteFrom('messages').where('text', '=', 'x').execute();
  }
});
