import { expect, test } from 'vitest';
import { createDrafts, NO_DRAFT } from '../../../desk/models/drafts.ts';

const drafts = () => createDrafts('a_1', { getItem: () => null, setItem() {}, removeItem() {} } as never);
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
