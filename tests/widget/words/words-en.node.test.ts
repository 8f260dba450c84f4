import { expect, test } from 'vitest';
import { PROBLEMS } from '../../../src/contract/problem.ts';
import { unreadInWords } from '../../../widget/words/en/badge.ts';
import { dayInWords, daysLeft, momentInWords } from '../../../widget/words/en/dates.ts';
import { failureInWords } from '../../../widget/words/en/panel.ts';

test('one is one, and everything else is many', () => {
  expect([0, 1, 2, 21].map(daysLeft)).toEqual([
    '0\u00a0days left',
    '1\u00a0day left',
    '2\u00a0days left',
    '21\u00a0days left',
  ]);
  expect([1, 2, 5].map(unreadInWords)).toEqual(['1\u00a0new answer', '2\u00a0new answers', '5\u00a0new answers']);
});

test('dates are in Poland, too', () => {
  expect(dayInWords('2026-03-05')).toBe('5\u00a0March 2026');
  expect(momentInWords('2026-10-27T10:00:00Z')).toBe('Tuesday, 27 October, 11:00');
});

test.each(Object.keys(PROBLEMS))('the failure %s becomes whole sentences', (code) => {
  expect(failureInWords(code)).toMatch(/^[A-Z][^.]+\. [A-Z][^.]+\.$/);
});
