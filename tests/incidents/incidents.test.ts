import { afterEach, beforeEach, expect, test } from 'vitest';
import { addIncident, type NewIncident } from '../../src/incidents/add-incident.ts';
import { endIncident } from '../../src/incidents/end-incident.ts';
import { listIncidents, runningIncidents } from '../../src/store/incidents.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { NOW, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
});
afterEach(() => temporary.discard());

const NOTICE: NewIncident = {
  kind: 'incident',
  title: 'Przerwa w aktualizacjach',
  text: 'Serwer aktualizacji nie odpowiada.',
  english: null,
  since: NOW,
  until: null,
  fromVersion: null,
  toVersion: null,
};

async function add(otherwise: Partial<NewIncident> = {}): Promise<number> {
  const added = await addIncident(temporary.store, { ...NOTICE, ...otherwise }, 'operator', NOW);
  if (added.outcome !== 'added') throw new Error(added.field);
  return added.id;
}

async function runningAt(instant: Temporal.Instant): Promise<number[]> {
  return (await runningIncidents(temporary.store, toInstantText(instant))).map(({ id }) => id);
}

test('an incident runs from its first moment to just before its last', async () => {
  const id = await add({ until: NOW.add({ hours: 2 }) });
  expect(await runningAt(NOW.subtract({ seconds: 1 }))).toEqual([]);
  expect(await runningAt(NOW)).toEqual([id]);
  expect(await runningAt(NOW.add({ hours: 2 }).subtract({ seconds: 1 }))).toEqual([id]);
  expect(await runningAt(NOW.add({ hours: 2 }))).toEqual([]);
});

test('one without an end runs until somebody ends it, once', async () => {
  const id = await add();
  expect(await runningAt(NOW.add({ hours: 9000 }))).toEqual([id]);
  expect(await endIncident(temporary.store, id, 'operator', NOW.add({ hours: 1 }))).toBe('ended');
  expect(await runningAt(NOW.add({ hours: 1 }))).toEqual([]);
  expect(await endIncident(temporary.store, id, 'operator', NOW.add({ hours: 2 }))).toBe('not-running');
  expect(await endIncident(temporary.store, id + 1, 'operator', NOW)).toBe('not-found');
});

test('the newest comes first', async () => {
  const earlier = await add({ since: NOW.subtract({ hours: 3 }) });
  const later = await add();
  expect(await runningAt(NOW)).toEqual([later, earlier]);
  expect((await listIncidents(temporary.store)).map(({ id }) => id)).toEqual([later, earlier]);
});

test('adding and ending leave audit lines, failing leaves none', async () => {
  const id = await add();
  await endIncident(temporary.store, id, 'a_ewa', NOW);
  await endIncident(temporary.store, id, 'a_ewa', NOW);
  expect(await temporary.store.selectFrom('audit').select(['actor', 'action', 'details']).execute()).toEqual([
    { actor: 'operator', action: 'notice.added', details: JSON.stringify({ notice: id, kind: 'incident' }) },
    { actor: 'a_ewa', action: 'notice.ended', details: JSON.stringify({ notice: id }) },
  ]);
});

test.each<[string, Partial<NewIncident>, string]>([
  ['a title of two lines', { title: 'Przerwa\nw aktualizacjach' }, 'title'],
  ['a title of two letters', { title: 'Uf' }, 'title'],
  ['no text', { text: '  ' }, 'text'],
  ['too long a text', { text: 'x'.repeat(1001) }, 'text'],
  ['an English title that is none', { english: { title: '', text: 'We are on it.' } }, 'title'],
  ['an end at its beginning', { until: NOW }, 'until'],
  ['versions the wrong way round', { fromVersion: '10.5', toVersion: '10.4.9' }, 'versions'],
])('%s is not taken', async (_, otherwise, field) => {
  const refused = await addIncident(temporary.store, { ...NOTICE, ...otherwise }, 'operator', NOW);
  expect(refused).toEqual({ outcome: 'unfit', field });
  expect(await listIncidents(temporary.store)).toEqual([]);
});
