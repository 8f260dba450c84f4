import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { createDrafts } from '../../../desk/models/drafts.ts';

/** What builds of November 2026 kept in localStorage, field by field: what lies there does not change with the code. */
const EARLIER = {
  // A reply that was sent and not answered, and a note beside it.
  'desk.draft.a_1.1000015':
    '{"reply":"Jutro.\\n","note":"Dzwonił.","status":"solved","seen":2,"attempt":{"key":"kkkkkkkkkkkkkkkkkkkkkk","text":"Jutro.","status":"solved","seen":2},"noted":null}',
  // One that was changed after it had been sent, and a note that was sent without a key.
  'desk.draft.a_1.1000022':
    '{"reply":"Pojutrze.","note":"Oddzwonić","status":"in-progress","seen":1,"attempt":{"key":"llllllllllllllllllllll","text":"Jutro.","status":"in-progress","seen":1},"noted":{"text":"Oddzwonić","before":0}}',
  // Of the first builds, and of somebody else.
  'desk.draft.b-2.1000015': '{"reply":"Oli","note":"","status":null,"seen":1,"attempt":null}',
  'desk.draft.a_1.1000039': '{"reply":',
  'desk.phone.a_1':
    '{"shop":null,"facts":["shop-down"],"name":"Anna","phone":"600 100 200","subject":"Sklep nie działa","description":"Biała strona.","topic":"outage","email":"biuro@a.pl","attempt":{"key":"mmmmmmmmmmmmmmmmmmmmmm","body":"{\\"shop\\":1}"}}',
  'desk.phone.b-2':
    '{"shop":null,"facts":[],"name":"","phone":"","subject":"","description":"Panel nie odpowiada.","topic":"outage","email":"","attempt":null}',
  'desk.phone.a_1.taken': '1000046',
};
const OTHERS = { 'desk.language': 'en', 'desk.problems.a_1.new': '{}', 'pomoc.open/': '1' };

beforeEach(() => {
  localStorage.clear();
  for (const [name, value] of Object.entries({ ...EARLIER, ...OTHERS })) localStorage.setItem(name, value);
});

describe('what lies in localStorage', () => {
  test('is a draft again', async () => {
    const store = await openDeskStore();
    const [mine, theirs] = [createDrafts('a_1', store), createDrafts('b-2', store)];
    expect(mine.get('1000015')).toMatchObject({ reply: '', note: 'Dzwonił.' });
    expect(mine.get('1000022')).toEqual({ reply: 'Pojutrze.', note: 'Oddzwonić', status: 'in-progress', seen: 1 });
    expect(mine.get('1000039')).toMatchObject({ reply: '', note: '' });
    expect(theirs.get('1000015')).toMatchObject({ reply: 'Oli', note: '' });
    expect(store.get('calls', 'b-2')).toMatchObject({ description: 'Panel nie odpowiada.', topic: 'outage' });
    expect(store.get('taken', 'a_1')).toBe('1000046');
  });

  test('and was sent without a response goes under its key, to the last byte, after it was asked', async () => {
    const store = await openDeskStore();
    expect(store.all('outbox')).toEqual([
      {
        kind: 'reply',
        key: 'k'.repeat(22),
        body: '{"text":"Jutro.","status":"solved","seenMessages":2}',
        draft: { text: 'Jutro.\n', status: 'solved', seen: 2 },
        agent: 'a_1',
        number: '1000015',
        createdAt: 0,
      },
      expect.objectContaining({
        kind: 'call',
        key: 'm'.repeat(22),
        body: '{"shop":1}',
        draft: expect.objectContaining({ description: 'Biała strona.', facts: ['shop-down'], name: 'Anna' }),
      }),
    ]);
  });

  test('leaves it once it is kept, and nothing else does', async () => {
    await openDeskStore();
    expect({ ...localStorage }).toEqual(OTHERS);
    const later = await openDeskStore();
    expect([later.all('outbox').length, later.all('drafts').length, later.all('calls').length]).toEqual([2, 3, 1]);
  });

  test('brought back by a tab of an earlier build it stands behind what was written since, once', async () => {
    const store = await openDeskStore();
    createDrafts('b-2', store).keep('1000015', { reply: 'Nowsze', note: '', status: null, seen: 1 });
    await store.change();
    for (let times = 0; times < 2; times++) {
      localStorage.setItem('desk.draft.b-2.1000015', EARLIER['desk.draft.b-2.1000015']);
      expect(createDrafts('b-2', await openDeskStore()).get('1000015').reply).toBe('Nowsze\n\nOli');
    }
  });

  test('stays there where nothing else is kept', async () => {
    vi.spyOn(window, 'indexedDB', 'get').mockReturnValue(undefined as never);
    const store = await openDeskStore();
    expect(createDrafts('b-2', store).get('1000015').reply).toBe('Oli');
    expect({ ...localStorage }).toEqual({ ...EARLIER, ...OTHERS });
  });
});
