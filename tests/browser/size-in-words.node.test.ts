import { expect, test } from 'vitest';
import { sizeInWords } from '../../browser/size-in-words.ts';

test.each([
  [0, '0\u00a0kB'],
  [1, '0,1\u00a0kB'],
  [345, '0,3\u00a0kB'],
  [9_200, '9,2\u00a0kB'],
  [9_949, '9,9\u00a0kB'],
  [9_960, '10\u00a0kB'],
  [12_300, '12\u00a0kB'],
  [999_499, '999\u00a0kB'],
  [999_500, '1\u00a0MB'],
  [1_440_000, '1,4\u00a0MB'],
  [10_000_000, '10\u00a0MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes, 'pl')).toBe(words);
});

test('in English with a point', () => {
  expect(sizeInWords(1_440_000, 'en')).toBe('1.4\u00a0MB');
});
