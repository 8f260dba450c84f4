import { afterEach, beforeEach, expect, test } from 'vitest';
import { listArchivedMacros, MOST_MACROS } from '../../../src/contract/desk/change-macro.ts';
import { type DeskMacro, listDeskMacros } from '../../../src/contract/desk/list-macros.ts';
import { SETTINGS_EVENTS } from '../../../src/contract/lists.ts';
import { changeSettings } from '../../../src/vendor-settings/change-settings.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { newKey } from '../../support/requests.ts';
import { FIRST_SETTINGS, type Service, service } from '../../support/service.ts';

let api: Service;
let ola: DeskAgent;
beforeEach(async () => {
  api = await service();
  ola = await aDeskAgent(api);
});
afterEach(() => api.discard());

async function listed(path = '/macros'): Promise<DeskMacro[]> {
  const { answer } = path === '/macros' ? listDeskMacros : listArchivedMacros;
  return answer.parse(await (await ola.ask(path)).json()).macros;
}

const own = async (path?: string) => (await listed(path)).filter(({ kind }) => kind === 'own');
const ids = async (path?: string) => (await own(path)).map(({ id }) => id);

function add(fields: object = {}, key = newKey(), agent = ola): Promise<Response> {
  return agent.tell(
    '/macros',
    { title: 'Płatności', text: 'Dzień dobry {imie}', status: null, followUp: null, ...fields },
    {
      'Idempotency-Key': key,
    },
  );
}

async function refused(asked: Promise<Response>): Promise<[number, string]> {
  const response = await asked;
  return [response.status, ((await response.json()) as { code: string }).code];
}

async function trail() {
  const rows = await api.store
    .selectFrom('audit')
    .selectAll()
    .where('action', 'in', SETTINGS_EVENTS)
    .orderBy('id')
    .execute();
  return rows.map(({ actor, action, details }) => ({ actor, action, details: JSON.parse(details) }));
}

test('the four general texts are there from the beginning, before the rules', async () => {
  const macros = await listed();
  expect(macros.slice(0, 4).map(({ id, title, changed }) => [id, title, changed])).toEqual([
    ['greeting', 'Powitanie', null],
    ['details', 'Prośba o szczegóły', null],
    ['working', 'Sprawdzamy', null],
    ['solved', 'Rozwiązane', null],
  ]);
  expect(macros.filter(({ followUp }) => followUp).map(({ id, status, followUp }) => [id, status, followUp])).toEqual([
    ['working', 'in-progress', 'tomorrow'],
  ]);
  expect(macros.slice(4).map(({ id }) => id)).toEqual(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10']);
});

test('where updates are is a text once the vendor names the page', async () => {
  const [from, to] = [null, 'https://shopgold.example/konto'];
  await changeSettings(api.store, FIRST_SETTINGS, [{ name: 'updates', from, to }], 'operator', api.clock.now);
  const text = (await listed()).at(-1);
  expect(text).toMatchObject({ id: 'C3', kind: 'scope' });
  expect(text?.text).toContain(`konto, z\u00a0którego kupiono sklep; na innym koncie ich nie widać.\n\n${to}`);
});

test('a text is added at the end, and by the same press repeated only once', async () => {
  const key = newKey();
  const first = await add({ status: 'solved' }, key);
  expect(first.status).toBe(201);
  const added = (await first.json()) as DeskMacro;
  expect(added).toMatchObject({ title: 'Płatności', status: 'solved', followUp: null, version: 1, kind: 'own' });
  expect(added.changed).toEqual({ at: '2026-11-22T09:00:00Z', by: { id: ola.id, name: 'Ola Nowak' } });
  expect(await (await add({ status: 'solved' }, key)).json()).toEqual(added);
  expect(await ids()).toEqual(['greeting', 'details', 'working', 'solved', added.id]);
  expect(await refused(ola.tell('/macros', { title: 'x', text: 'y', status: null, followUp: null }))).toEqual([
    400,
    'idempotency-key-missing',
  ]);
});

test('another text under a key that was used is refused, and not swallowed', async () => {
  const key = newKey();
  const { id } = (await (await add({}, key)).json()) as DeskMacro;
  expect(await refused(add({ text: 'Dzień dobry {imie}, dziękujemy.' }, key))).toEqual([422, 'idempotency-key-reused']);
  await ola.tell(`/macros/${id}`, { title: 'Inaczej', text: 'Dzień dobry', status: null, followUp: null, version: 1 });
  expect(await (await add({}, key)).json()).toMatchObject({ id, title: 'Inaczej' });
});

test('a change over what was seen is kept; over a newer one it is refused and nothing is stored', async () => {
  const jan = await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl');
  const change = { title: 'Powitanie', text: 'Dzień dobry!', status: 'in-progress', followUp: null, version: 1 };
  expect((await ola.tell('/macros/greeting', change)).status).toBe(204);
  expect(await refused(jan.tell('/macros/greeting', { ...change, text: 'Cześć!' }))).toEqual([409, 'conflict']);
  expect((await own())[0]).toMatchObject({ text: 'Dzień dobry!', version: 2, changed: { by: { name: 'Ola Nowak' } } });
  // The same change again, as after an answer that got lost, is no conflict.
  expect((await ola.tell('/macros/greeting', change)).status).toBe(204);
  expect((await own())[0]?.version).toBe(2);
});

test('a text is put away and brought back, to the end', async () => {
  expect((await ola.tell('/macros/details/archived', { isArchived: true })).status).toBe(204);
  expect(await ids()).toEqual(['greeting', 'working', 'solved']);
  expect(await ids('/macros/archived')).toEqual(['details']);
  expect((await ola.tell('/macros/details/archived', { isArchived: false })).status).toBe(204);
  expect(await ids()).toEqual(['greeting', 'working', 'solved', 'details']);
  expect(await ids('/macros/archived')).toEqual([]);
});

test('an order is that of all texts, or is refused', async () => {
  const order = ['solved', 'greeting', 'working', 'details'];
  expect((await ola.tell('/macros/order', { ids: order })).status).toBe(204);
  expect(await ids()).toEqual(order);
  for (const wrong of [order.slice(1), [...order, 'N1'], ['solved', 'solved', 'working', 'details']]) {
    expect(await refused(ola.tell('/macros/order', { ids: wrong }))).toEqual([409, 'conflict']);
  }
  const twoInOne = { ids: ['working', 'details', 'greeting,solved'] };
  expect(await refused(ola.tell('/macros/order', twoInOne))).toEqual([422, 'invalid-request']);
  expect(await ids()).toEqual(order);
});

test('every change is in the trail, and nothing of what the texts say', async () => {
  const { id } = (await (await add({ title: 'Tajny tytuł', text: 'Tajna treść' })).json()) as DeskMacro;
  await ola.tell(`/macros/${id}`, {
    title: 'Tajny tytuł 2',
    text: 'Tajna treść',
    status: null,
    followUp: null,
    version: 1,
  });
  await ola.tell(`/macros/${id}/archived`, { isArchived: true });
  await ola.tell(`/macros/${id}/archived`, { isArchived: false });
  await ola.tell('/macros/order', { ids: [id, 'greeting', 'details', 'working', 'solved'] });
  const lines = await trail();
  expect(lines).toEqual([
    { actor: ola.id, action: 'macro.added', details: { macro: id } },
    { actor: ola.id, action: 'macro.changed', details: { macro: id } },
    { actor: ola.id, action: 'macro.archived', details: { macro: id } },
    { actor: ola.id, action: 'macro.restored', details: { macro: id } },
    { actor: ola.id, action: 'macro.ordered', details: {} },
  ]);
  expect(JSON.stringify(lines)).not.toContain('Tajn');
});

test('there are at most two hundred at a time', async () => {
  const row = {
    title: 'x',
    text: 'x',
    status: null,
    follow_up: null,
    version: 1,
    archived_at: null,
    changed_by: null,
    changed_at: null,
  };
  for (let position = 5; position <= MOST_MACROS; position++) {
    await api.store
      .insertInto('macros')
      .values({ ...row, id: `m_${position}`, position })
      .execute();
  }
  expect(await refused(add())).toEqual([409, 'list-full']);
  await ola.tell('/macros/greeting/archived', { isArchived: true });
  expect((await add()).status).toBe(201);
  expect(await refused(ola.tell('/macros/greeting/archived', { isArchived: false }))).toEqual([409, 'list-full']);
});

test.each([
  ['no title', { title: ' ' }, 'title'],
  ['a title of two lines', { title: 'a\nb' }, 'title'],
  ['a title of 81 characters', { title: 'x'.repeat(81) }, 'title'],
  ['a text of 5001 characters', { text: 'x'.repeat(5001) }, 'text'],
  ['a control character', { text: 'a\u0007' }, 'text'],
  ['half a letter', { text: '\ud800' }, 'text'],
  ['a status that no answer has', { status: 'closed' }, 'status'],
  ['a time to write again of what is over', { status: 'solved', followUp: 'tomorrow' }, 'followUp'],
])('%s is refused', async (_, fields, path) => {
  const response = await add(fields);
  expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path }] }]);
});

test.each(['nothing', 'N1', '%00', 'x'.repeat(50)])('there is no text called %s to change', async (id) => {
  const change = { title: 'x', text: 'y', status: null, followUp: null, version: 1 };
  expect(await refused(ola.tell(`/macros/${id}`, change))).toEqual([404, 'not-found']);
  expect(await refused(ola.tell(`/macros/${id}/archived`, { isArchived: true }))).toEqual([404, 'not-found']);
});
