import { beforeEach, expect, test } from 'vitest';
import { createDrafts, NO_DRAFT } from '../../../desk/models/drafts.ts';

beforeEach(() => localStorage.clear());

const drafts = () => createDrafts('a_1', localStorage);
const attempt = { key: 'k'.repeat(22), text: 'Jutro.', status: 'solved', seen: 2 };

test('what was written to a ticket that was merged stands behind what is written to the one that goes on', () => {
  const kept = drafts();
  kept.keep('1000015', { ...NO_DRAFT, reply: 'Sprawdzimy jutro.', note: 'Dzwonił.', attempt });
  kept.keep('1000028', { ...NO_DRAFT, reply: 'Dzień dobry,' });
  kept.move('1000015', '1000028');
  expect(kept.get('1000028')).toEqual({ ...NO_DRAFT, reply: 'Dzień dobry,\n\nSprawdzimy jutro.', note: 'Dzwonił.' });
  expect(kept.get('1000015')).toEqual(NO_DRAFT);
});

test('where nothing was written nothing is lost', () => {
  const kept = drafts();
  kept.keep('1000028', { ...NO_DRAFT, reply: 'Jutro.', attempt });
  kept.move('1000015', '1000028');
  expect(kept.get('1000028')).toEqual({ ...NO_DRAFT, reply: 'Jutro.', attempt });
});

test('what another tab writes to the ticket is told, until nobody listens', () => {
  const [here, there] = [drafts(), drafts()];
  const told: string[] = [];
  const end = here.follow('1000015', ({ reply }) => told.push(reply));
  for (const reply of ['Dzień', 'Dzień dobry', 'Dzień dobry,']) {
    there.keep('1000015', { ...NO_DRAFT, reply });
    // A browser tells other tabs only: here it is said what it would say.
    const said = { key: 'desk.draft.a_1.1000015', storageArea: localStorage };
    dispatchEvent(new StorageEvent('storage', said));
    dispatchEvent(new StorageEvent('storage', { ...said, key: 'desk.draft.a_1.1000028' }));
    if (told.length === 2) end();
  }
  expect(told).toEqual(['Dzień', 'Dzień dobry']);
});

test('a storage that takes nothing leaves the draft to the page', () => {
  const full = {
    getItem: () => null,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  const kept = createDrafts('a_1', full as never);
  kept.keep('1000015', { ...NO_DRAFT, reply: 'Jutro.' });
  expect(kept.get('1000015').reply).toBe('Jutro.');
});
