import { expect, test } from 'vitest';
import { spoilAnswers } from './spoilt-answers.ts';

test('a page of HTML, a 502 and an answer cut anywhere make one ticket, and its number is shown in the end', async () => {
  const outcome = await spoilAnswers(97);
  expect(outcome).toMatchObject({ missing: 0, doubled: 0, unseen: 0, sound: true });
  expect(outcome.mishaps).toBeGreaterThan(7);
});
