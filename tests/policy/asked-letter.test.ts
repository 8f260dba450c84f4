import { expect, test } from 'vitest';
import { receivedAtOf } from '../../src/policy/asked-letter.ts';

const LETTER = Temporal.Instant.from('2026-11-02T09:00:00Z');

test('a ticket came with the letter we asked about, if the answer came within 14 days, and with the answer if not', () => {
  const last = LETTER.add({ hours: 14 * 24 });
  const late = last.add({ milliseconds: 1 });
  expect(receivedAtOf(LETTER, LETTER.add({ hours: 1 }))).toEqual(LETTER);
  expect(receivedAtOf(LETTER, last)).toEqual(LETTER);
  expect(receivedAtOf(LETTER, late)).toEqual(late);
});
