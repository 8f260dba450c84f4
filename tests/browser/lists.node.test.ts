import { expect, test } from 'vitest';
import { asOneOf, label } from '../../browser/lists.ts';

const NAMES = { new: 'Nowe', solved: 'Rozwiązane' };

test('a value has its label', () => {
  expect(label(NAMES, 'solved')).toBe('Rozwiązane');
});

test.each(['paused', 'constructor', '__proto__', ''])(
  '%j, which this program does not know, is shown as it came or as said',
  (code) => {
    expect([label(NAMES, code), label(NAMES, code, 'W trakcie')]).toEqual([code, 'W trakcie']);
  },
);

test('a text is a value of a list, or none', () => {
  const statuses = ['new', 'solved'] as const;
  expect(['new', 'paused', null, 7].map((text) => asOneOf(statuses, text))).toEqual(['new', null, null, null]);
});
