import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentDetail, IncidentLists } from '../../../src/contract/desk/incidents.ts';
import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import { anIncident } from '../../support/an-incident.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { newKey, post, ZURAW } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
});
afterEach(() => api.discard());

const INCIDENT = {
  kind: 'incident',
  title: 'Koszyk nie liczy dostawy',
  text: 'Pracujemy nad poprawką.',
  english: { title: 'The basket counts no delivery', text: 'We are working on it.' },
  since: null,
  until: null,
  fromVersion: '10.4',
  toVersion: '10.5',
};

const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const add = (otherwise: object = {}, key = newKey()) =>
  ola.tell('/incidents', { ...INCIDENT, ...otherwise }, { 'Idempotency-Key': key });
const idOf = async (response: Response) => ((await response.json()) as { id: number }).id;
const list = async (query = '') => (await (await ola.ask(`/incidents${query}`)).json()) as IncidentLists;
const detail = async (id: number, query = '') =>
  (await (await ola.ask(`/incidents/${id}${query}`)).json()) as IncidentDetail;
const solve = (id: number, text: string, key = newKey()) =>
  ola.tell(`/incidents/${id}/solution`, { text }, { 'Idempotency-Key': key });

async function told(shopVersion: string): Promise<ShopStatus['notices']> {
  const response = await api.app.request('/api/v1/shop-status', post({ ...ZURAW, shopVersion }));
  return ((await response.json()) as ShopStatus).notices;
}

describe('adding', () => {
  test('tells the shops with such a version, and nobody else', async () => {
    const added = await add();
    expect(added.status).toBe(201);
    const id = await idOf(added);
    expect((await told('10.4.2')).map((incident) => incident.id)).toEqual([`${id}`]);
    expect(await told('10.6')).toEqual([]);
    expect((await detail(id)).history).toMatchObject([{ action: 'notice.added', actor: ola.id }]);
  });

  test('happens once, however often it comes', async () => {
    const key = newKey();
    const ids = [await idOf(await add({}, key)), await idOf(await add({}, key))];
    expect(ids[1]).toBe(ids[0]);
    expect((await list()).running).toHaveLength(1);
    expect(await codeOf(await add({ title: 'Inna sprawa' }, key))).toEqual([422, 'idempotency-key-reused']);
  });

  test.each<[string, object]>([
    ['an end before the beginning', { until: '2026-11-21T09:00:00Z' }],
    ['versions the wrong way round', { fromVersion: '10.5', toVersion: '10.4' }],
    ['no version', { fromVersion: 'najnowsza' }],
    ['a title of two lines', { title: 'Koszyk\nnie liczy' }],
    ['an unknown field', { colour: 'red' }],
    ['half an English incident', { english: { title: 'The basket' } }],
  ])('refuses %s', async (_, otherwise) => {
    expect(await codeOf(await add(otherwise))).toEqual([422, 'invalid-request']);
  });

  test('needs a key', async () => {
    expect(await codeOf(await ola.tell('/incidents', INCIDENT))).toEqual([400, 'idempotency-key-missing']);
  });
});

describe('the list', () => {
  test('has what runs, what comes and what ended apart, with their tickets counted', async () => {
    const running = await idOf(await add());
    const coming = await idOf(await add({ since: '2026-11-23T09:00:00Z' }));
    const ended = await idOf(await add());
    expect((await ola.tell(`/incidents/${ended}/end`, {})).status).toBe(204);
    expect((await ola.tell(`/incidents/${ended}/end`, {})).status).toBe(204);
    await aCustomer(api, { notice: `${running}` });
    const lists = await list();
    expect(lists.running.map(({ id, linked }) => [id, linked])).toEqual([[running, 1]]);
    expect(lists.coming.map(({ id }) => id)).toEqual([coming]);
    expect(lists.ended.map(({ id }) => id)).toEqual([ended]);
    expect((await detail(ended)).history.map(({ action }) => action)).toEqual(['notice.added', 'notice.ended']);
  });

  test('of what ended comes in pages that fit together', async () => {
    for (let more = 0; more < 60; more++) {
      await anIncident(api, { until: api.clock.now.add({ minutes: 1 + (more % 7) }) });
    }
    api.clock.now = api.clock.now.add({ hours: 1 });
    const first = await list();
    expect(first.ended).toHaveLength(50);
    const second = await list(`?cursor=${encodeURIComponent(first.next ?? '')}`);
    expect([second.running, second.coming, second.next]).toEqual([[], [], null]);
    expect(new Set([...first.ended, ...second.ended].map(({ id }) => id)).size).toBe(60);
  });

  test.each(['?cursor=abc', '?cursor=12'])('refuses %s', async (query) => {
    expect(await codeOf(await ola.ask(`/incidents${query}`))).toEqual([422, 'invalid-request']);
  });
});

test('the loader carries the versions of the newest advisory that runs, and of nothing else, until it ends', async () => {
  const carried = async () => /advisory:(0|\[[^\]]*\])/.exec(await (await api.app.request('/pomoc.js')).text())?.[1];
  const advise = async (otherwise: object) => idOf(await add({ kind: 'advisory', ...otherwise }));
  await add();
  expect(await carried()).toBe('0');
  const older = await advise({ fromVersion: null, toVersion: '9.9' });
  expect(await carried()).toBe(`["0","9.9.0.0.0","${older}"]`);
  const newer = await advise({ fromVersion: '10.0', toVersion: null });
  await advise({ since: '2027-01-01T00:00:00Z' });
  expect(await carried()).toBe(`["10","99999.0.0.0.0","${newer}"]`);
  expect((await ola.tell(`/incidents/${newer}/end`, {})).status).toBe(204);
  expect(await carried()).toBe(`["0","9.9.0.0.0","${older}"]`);
});

describe('one incident', () => {
  test('shows its tickets, the newest first, fifty a page', async () => {
    const id = await anIncident(api);
    for (let more = 0; more < 52; more++) await aCustomer(api, { notice: `${id}` });
    const first = await detail(id);
    const second = await detail(id, `?cursor=${first.next}`);
    const numbers = [...first.tickets, ...second.tickets].map(({ number }) => Number(number));
    expect([first.tickets.length, second.tickets.length, second.next]).toEqual([50, 2, null]);
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    expect(first.counts).toMatchObject({ linked: 52, waiting: 52 });
  });

  test('that does not exist is missing, whatever is asked', async () => {
    for (const id of ['999', 'x', '1e3', '9999999999']) {
      expect((await ola.ask(`/incidents/${id}`)).status).toBe(404);
      expect((await ola.tell(`/incidents/${id}/end`, {})).status).toBe(404);
      expect((await ola.tell(`/incidents/${id}/solution`, { text: 'a' }, { 'Idempotency-Key': newKey() })).status).toBe(
        404,
      );
    }
  });
});

describe('a ticket', () => {
  test('says which incident it is linked to, and since when that is solved', async () => {
    const [id, anna] = [await anIncident(api), await aCustomer(api)];
    expect((await ola.ticket(anna.number)).ticket.incident).toBeNull();
    const path = `/tickets/${anna.number}/incident`;
    expect((await ola.tell(path, { incident: id, seenMessages: 1 })).status).toBe(204);
    const title = 'Koszyk nie liczy dostawy';
    expect((await ola.ticket(anna.number)).ticket.incident).toEqual({ id, title, solvedAt: null });
    await solve(id, 'Już działa.');
    await api.settled();
    expect((await ola.ticket(anna.number)).ticket.incident?.solvedAt).toBe('2026-11-22T09:00:00Z');
    expect(await codeOf(await ola.tell(path, { incident: null, seenMessages: 2 }))).toEqual([409, 'conflict']);
  });
});

describe('solving', () => {
  test('answers the linked tickets beside the request, and tells how far it is', async () => {
    const id = await anIncident(api);
    const [anna, piotr] = [await aCustomer(api, { notice: `${id}` }), await aCustomer(api, { notice: `${id}` })];
    await piotr.write('I jeszcze jedno: jak zmienić logo?');
    const key = newKey();
    expect((await solve(id, 'Poprawka jest w 10.5.1.', key)).status).toBe(202);
    await api.settled();
    expect((await solve(id, 'Poprawka jest w 10.5.1.', key)).status).toBe(202);
    await api.settled();
    const { counts, solution, history } = await detail(id);
    expect(counts).toEqual({ linked: 2, waiting: 0, over: 0, answered: 1, kept: 1 });
    expect(solution).toEqual({ text: 'Poprawka jest w 10.5.1.', by: { id: ola.id, name: 'Ola Nowak' } });
    expect(history.map(({ action }) => action)).toEqual(['notice.added', 'notice.solved']);
    expect((await anna.read()).status).toBe('solved');
    expect((await piotr.read()).messages.at(-1)?.text).toBe('Poprawka jest w 10.5.1.');
    expect(await told('10.4.2')).toEqual([]);
  });

  test('needs a key and a text, and happens once', async () => {
    const id = await anIncident(api);
    expect(await codeOf(await ola.tell(`/incidents/${id}/solution`, { text: 'a' }))).toEqual([
      400,
      'idempotency-key-missing',
    ]);
    expect(await codeOf(await solve(id, '  '))).toEqual([422, 'invalid-request']);
    await solve(id, 'Już działa.');
    expect(await codeOf(await solve(id, 'Naprawdę działa.'))).toEqual([409, 'conflict']);
  });

  test('that a failure cuts off is finished by the next one, and told in the log', async () => {
    const id = await anIncident(api);
    const anna = await aCustomer(api, { notice: `${id}` });
    await api.store.schema.alterTable('messages').renameTo('elsewhere').execute();
    await solve(id, 'Już działa.');
    await api.settled();
    expect(api.logLines.map((line) => JSON.parse(line).task)).toContain('incidentsReplied');
    await api.store.schema
      .alterTable('elsewhere' as 'messages')
      .renameTo('messages')
      .execute();
    await solve(await anIncident(api), 'Też działa.');
    await api.settled();
    expect((await anna.read()).messages.map(({ text }) => text).slice(1)).toEqual(['Już działa.']);
  });
});
