import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_TAGS } from '../../../src/contract/desk/tags.ts';
import { type DeskView, type ListedViews, MOST_VIEWS } from '../../../src/contract/desk/views.ts';
import { aCustomer, type Customer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent, numbersIn } from '../../support/desk-agent.ts';
import { EXPIRED, ROWERY } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
let jan: DeskAgent;
let anna: Customer;
let piotr: Customer;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
  jan = await aDeskAgent(api, 'Jan Lis', 'jan@shopgold.pl');
  anna = await aCustomer(api);
  piotr = await aCustomer(api, { ...ROWERY, subject: 'Import CSV' });
});
afterEach(() => api.discard());

const tag = async (of: Customer, text: string, isOn = true, by = ola) =>
  (await by.tell(`/tickets/${of.number}/tags`, { tag: text, isOn })).status;
const tagsOf = async (of: Customer) => (await ola.ticket(of.number)).ticket.tags;
const tagEvents = async (of: Customer) =>
  (await ola.ticket(of.number)).audit.filter(({ action }) => action.includes('tagged'));

describe('tags', () => {
  test('keep the first spelling: capitals, accents and spaces make no other one', async () => {
    expect(await tag(anna, 'Żółta paczka')).toBe(204);
    expect(await tag(anna, '  zolta PACZKA ')).toBe(204);
    expect(await tag(piotr, 'ZOLTA-PACZKA')).toBe(204);
    expect(await tagsOf(anna)).toEqual(['Żółta paczka']);
    expect(await tagsOf(piotr)).toEqual(['Żółta paczka']);
    const { tags } = (await (await ola.ask('/tags')).json()) as { tags: unknown };
    expect(tags).toEqual([{ tag: 'Żółta paczka', count: 2 }]);
  });

  test('are audited, once for each change', async () => {
    await tag(anna, 'PayU');
    await tag(anna, 'payu');
    await tag(anna, 'PAYU', false, jan);
    await tag(anna, 'payu', false);
    expect(await tagsOf(anna)).toEqual([]);
    expect((await tagEvents(anna)).map(({ action, actor, details }) => [action, actor, details])).toEqual([
      ['ticket.tagged', ola.id, { tag: 'PayU' }],
      ['ticket.untagged', jan.id, { tag: 'PayU' }],
    ]);
  });

  test(`are ${MOST_TAGS} at most, and one that is there already is no further one`, async () => {
    for (let index = 1; index <= MOST_TAGS; index++) expect(await tag(anna, `etykieta ${index}`)).toBe(204);
    expect(await tag(anna, 'jeszcze jedna')).toBe(409);
    expect(await tag(anna, 'Etykieta 1')).toBe(204);
    expect(await tagsOf(anna)).toHaveLength(MOST_TAGS);
    await tag(anna, 'etykieta 7', false);
    expect(await tag(anna, 'jeszcze jedna')).toBe(204);
  });

  test.each(['', '   ', '!?', 'a'.repeat(41)])('%j is none', async (text) => {
    expect(await tag(anna, text)).toBe(422);
    expect(await tagsOf(anna)).toEqual([]);
  });

  test.each(['<b onclick=x>tak</b>', 'مرحبا', '日本'])('%j is kept as it is written, and found', async (text) => {
    expect(await tag(anna, text)).toBe(204);
    expect(await tagsOf(anna)).toEqual([text]);
    expect(numbersIn(await ola.queue(`?tag=${encodeURIComponent(text)}`), 'queue')).toEqual([anna.number]);
    expect(numbersIn(await ola.queue('?tag=inna'), 'queue')).toEqual([]);
  });

  test('of a ticket that is not there are not found', async () => {
    expect((await ola.tell('/tickets/1000008/tags', { tag: 'x', isOn: true })).status).toBe(404);
  });

  test('follow a merge, and go back when it is undone', async () => {
    const again = await aCustomer(api, { subject: 'Jeszcze raz' });
    await tag(anna, 'wspólna');
    await tag(again, 'wspólna');
    await tag(again, 'tylko druga');
    expect((await ola.tell(`/tickets/${again.number}/merge`, { into: anna.number })).status).toBe(204);
    expect((await tagsOf(anna)).toSorted()).toEqual(['tylko druga', 'wspólna']);
    expect(numbersIn(await ola.queue('?tag=tylko+druga'), 'queue')).toEqual([anna.number]);
    const used = (await (await ola.ask('/tags')).json()) as { tags: { tag: string; count: number }[] };
    expect(used.tags).toContainEqual({ tag: 'tylko druga', count: 1 });
    expect((await ola.tell(`/tickets/${again.number}/unmerge`, {})).status).toBe(204);
    expect(await tagsOf(anna)).toEqual(['wspólna']);
    expect((await tagsOf(again)).toSorted()).toEqual(['tylko druga', 'wspólna']);
  });
});

test('what was taken after the end of support is filtered, and nothing else', async () => {
  const dawny = await aCustomer(api, { ...EXPIRED, topic: 'renewal' });
  expect(numbersIn(await ola.queue('?support=over'), 'queue')).toEqual([dawny.number]);
  const all = (await (await ola.ask('/tickets?support=over')).json()) as { tickets: { number: string }[] };
  expect(all.tickets.map(({ number }) => number)).toEqual([dawny.number]);
  expect((await ola.ask('/queue?support=active')).status).toBe((await ola.ask('/queue?status=none')).status);
});

const keep = (name: string, query = '?assignee=none', isShared = false, by = ola) =>
  by.tell('/views', { name, query, isShared });
const views = async (by = ola) => ((await (await by.ask('/views')).json()) as ListedViews).views;
const namesOf = async (by = ola) => (await views(by)).map(({ name, isShared }) => [name, isShared]);

describe('views', () => {
  test('are one’s own, or shared by all; own ones first', async () => {
    await keep('Wspólny', '?proof=unproven', true);
    await keep('Mój', '?assignee=me');
    await keep('Jana', '?tag=payu', false, jan);
    expect(await namesOf()).toEqual([
      ['Mój', false],
      ['Wspólny', true],
    ]);
    expect(await namesOf(jan)).toEqual([
      ['Jana', false],
      ['Wspólny', true],
    ]);
    expect((await views())[0]?.query).toBe('?assignee=me');
  });

  test('of the same name are kept anew', async () => {
    const first = (await (await keep('Niczyje')).json()) as DeskView;
    const again = (await (await keep('Niczyje', '?assignee=none&tag=payu')).json()) as DeskView;
    expect(again).toEqual({ ...first, query: '?assignee=none&tag=payu' });
    expect(await views()).toHaveLength(1);
  });

  test(`are ${MOST_VIEWS} at most for each, and as many shared ones`, async () => {
    for (let index = 0; index < MOST_VIEWS; index++) expect((await keep(`Widok ${index}`)).status).toBe(200);
    expect((await keep('Za dużo')).status).toBe(409);
    expect((await keep('Widok 7', '?tag=x')).status).toBe(200);
    expect((await keep('Wspólny', '', true)).status).toBe(200);
    expect((await keep('Jana', '', false, jan)).status).toBe(200);
  });

  test('are renamed and removed; shared ones by everybody', async () => {
    const own = (await (await keep('Mój')).json()) as DeskView;
    const shared = (await (await keep('Wspólny', '', true)).json()) as DeskView;
    expect((await ola.tell(`/views/${own.id}`, { name: 'Inny' })).status).toBe(204);
    expect((await jan.tell(`/views/${shared.id}`, { name: 'Zespołu' })).status).toBe(204);
    expect(await namesOf()).toEqual([
      ['Inny', false],
      ['Zespołu', true],
    ]);
    expect((await jan.ask(`/views/${shared.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ola.ask(`/views/${own.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await views()).toEqual([]);
  });

  test('say how many of theirs wait, as the sections of the queue do; a search and what is no filter any more say nothing', async () => {
    await keep('Wszystkie', '?list=all');
    await keep('Moje', '?assignee=me');
    await keep('Odłożone', '?tag=payu&rows=compact');
    await keep('Szukane', '?q=paczka');
    await keep('Dawny filtr', '?channel=telegram');
    await keep('Wspólne moje', '?assignee=me', true);
    await tag(piotr, 'PayU');
    await ola.tell(`/tickets/${anna.number}/assignee`, { assignee: ola.id, from: null });
    const waiting = async (by = ola) => (await views(by)).map(({ name, waiting }) => [name, waiting]);
    expect(await waiting()).toEqual([
      ['Dawny filtr', undefined],
      ['Moje', 1],
      ['Odłożone', 1],
      ['Szukane', undefined],
      ['Wszystkie', 2],
      ['Wspólne moje', 1],
    ]);
    expect(await waiting(jan)).toEqual([['Wspólne moje', 0]]);
    // Answered with another time: nobody waits, and it is Ola's to keep in mind.
    const followUpAt = api.clock.now.add({ hours: 24 * 5 }).toString();
    const answered = await ola.answer(anna.number, 'Sprawdzamy.', { status: 'in-progress', followUpAt });
    expect(answered.status).toBe(201);
    expect((await waiting()).filter(([name]) => name === 'Wszystkie' || name === 'Moje')).toEqual([
      ['Moje', 1],
      ['Wszystkie', 1],
    ]);
    const { standing } = (await (await ola.ask('/views')).json()) as ListedViews;
    const unproven = (await ola.queue('?proof=unproven')).sections.reduce((sum, { count }) => sum + count, 0);
    expect(standing).toEqual([
      { query: '?proof=unproven', waiting: unproven },
      { query: '?support=over', waiting: 0 },
    ]);
  });

  test('of another agent are as missing ones', async () => {
    const own = (await (await keep('Mój')).json()) as DeskView;
    const answers = async (id: number) => {
      const renamed = await jan.tell(`/views/${id}`, { name: 'Przejęty' });
      const removed = await jan.ask(`/views/${id}`, { method: 'DELETE' });
      return Promise.all([renamed, removed].map(async (one) => [one.status, await one.text()]));
    };
    expect(await answers(own.id)).toEqual(await answers(own.id + 1000));
    expect((await answers(own.id)).map(([status]) => status)).toEqual([404, 404]);
    expect(await namesOf()).toEqual([['Mój', false]]);
  });

  test.each([
    ['a name of nothing', { name: '', query: '', isShared: false }],
    ['a name that is too long', { name: 'a'.repeat(61), query: '', isShared: false }],
    ['another address', { name: 'x', query: 'https://zly.pl/?q=1', isShared: false }],
    ['markup', { name: 'x', query: '?q=<script>', isShared: false }],
    ['a query that is too long', { name: 'x', query: `?q=${'a'.repeat(1000)}`, isShared: false }],
  ])('%s is refused', async (_, body) => {
    expect((await ola.tell('/views', body)).status).toBe(422);
    expect(await views()).toEqual([]);
  });
});
