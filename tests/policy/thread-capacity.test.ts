import { expect, test } from 'vitest';
import { fitsThread } from '../../src/policy/thread.ts';

test('a thread of a thousand messages, or of a million characters, is the longest', () => {
  expect(fitsThread({ messages: 1000, characters: 1_000_000 })).toBe(true);
  expect(fitsThread({ messages: 1001, characters: 1 })).toBe(false);
  expect(fitsThread({ messages: 1, characters: 1_000_001 })).toBe(false);
});
