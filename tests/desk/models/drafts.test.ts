import { beforeEach, expect, test, vi } from 'vitest';
import { type DeskStore, NO_DRAFT, type ReplyEntry } from '../../../desk/models/desk-kept.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { createDrafts } from '../../../desk/models/drafts.ts';

let store: DeskStore;
beforeEach(async () => {
  store = await openDeskStore();
});

const drafts = (of = store) => createDrafts('a_1', of);

/** A reply that was sent to a ticket and not answered. */
const anEntry = (number: string): ReplyEntry => ({
  key: 'k'.repeat(22),
  body: '{"text":"Jutro.","status":"solved","seenMessages":2}',
  draft: { text: 'Jutro.', status: 'solved', seen: 2 },
  kind: 'reply',
  agent: 'a_1',
  number,
  createdAt: 0,
});

test('what was written to a ticket that was merged stands behind what is written to the one that goes on', async () => {
  const kept = drafts();
  await store.change({ store: 'outbox', key: 'k'.repeat(22), value: anEntry('1000015') });
  kept.keep('1000015', { ...NO_DRAFT, reply: 'Sprawdzimy pojutrze.', note: 'Dzwonił.' });
  kept.keep('1000028', { ...NO_DRAFT, reply: 'Dzień dobry,' });
  kept.move('1000015', '1000028');
  const reply = 'Dzień dobry,\n\nJutro.\n\nSprawdzimy pojutrze.';
  expect(kept.get('1000028')).toEqual({ ...NO_DRAFT, reply, note: 'Dzwonił.' });
  expect([kept.get('1000015'), kept.onTheirWay('1000015')]).toEqual([NO_DRAFT, []]);
});

test('where nothing was written nothing is lost', async () => {
  const kept = drafts();
  await store.change({ store: 'outbox', key: 'k'.repeat(22), value: anEntry('1000028') });
  kept.keep('1000028', { ...NO_DRAFT, note: 'Dzwonił.' });
  kept.move('1000015', '1000028');
  expect(kept.get('1000028')).toEqual({ ...NO_DRAFT, note: 'Dzwonił.' });
  expect(kept.onTheirWay('1000028')).toHaveLength(1);
});

test('what another tab writes to the ticket is told, until nobody listens', async () => {
  const [here, there] = [drafts(), drafts(await openDeskStore())];
  const told: string[] = [];
  const end = here.follow('1000015', () => {
    told.push(here.get('1000015').reply);
    if (told.length === 2) end();
  });
  for (const reply of ['Dzień', 'Dzień dobry', 'Dzień dobry,']) there.keep('1000015', { ...NO_DRAFT, reply });
  there.keep('1000028', { ...NO_DRAFT, reply: 'Inne' });
  await expect.poll(() => here.get('1000028').reply).toBe('Inne');
  expect([told, here.get('1000015').reply]).toEqual([['Dzień', 'Dzień dobry'], 'Dzień dobry,']);
});

test('a browser that keeps nothing leaves the draft to the page', async () => {
  vi.spyOn(window, 'indexedDB', 'get').mockReturnValue(undefined as never);
  const kept = drafts(await openDeskStore());
  kept.keep('1000015', { ...NO_DRAFT, reply: 'Jutro.' });
  expect(kept.get('1000015').reply).toBe('Jutro.');
});
