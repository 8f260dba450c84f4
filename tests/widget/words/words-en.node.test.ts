import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../../src/contract/problem.ts';
import { unreadInWords } from '../../../widget/words/en/badge.ts';
import { dayInWords, daysLeft, momentInWords } from '../../../widget/words/en/dates.ts';
import { failureInWords } from '../../../widget/words/en/panel.ts';

type Words = Record<string, unknown>;

const polish = import.meta.glob<Words>('../../../widget/words/pl/*.ts', { eager: true });
const english = import.meta.glob<Words>('../../../widget/words/en/*.ts', { eager: true });

/** Where texts stand in a file, such as `words.title`; functions by their name. */
function places(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => places(inner, path ? `${path}.${name}` : name));
}

/** Every text of a file. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

test('each file of Polish words has an English one', () => {
  const names = (files: object) => Object.keys(files).map((path) => path.split('/').at(-1));
  expect(names(english)).toEqual(names(polish));
  expect(names(polish).length).toBeGreaterThan(5);
});

describe.each(Object.keys(polish))('%s', (path) => {
  const ours = polish[path] as Words;
  const theirs = english[path.replace('/pl/', '/en/')] as Words;

  test('says the same things in English', () => {
    expect(places(theirs).toSorted()).toEqual(places(ours).toSorted());
  });

  test('leaves nothing in Polish, but for what the panel itself is called', () => {
    const left = texts(theirs).filter(
      (text) => /[ąćęłńóśźż]/i.test(text) || (/\S/.test(text) && texts(ours).includes(text)),
    );
    expect(left.filter((text) => !SAME_IN_BOTH.includes(text))).toEqual([]);
  });

  test('has no text that is empty in one language only', () => {
    const empty = (words: Words) => texts(words).map((text) => text === '');
    expect(empty(theirs)).toEqual(empty(ours));
  });
});

/** What is called alike in both. */
const SAME_IN_BOTH = ['Pomoc online', 'pl'];

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
  expect(momentInWords('2026-10-27T10:00:00Z')).toBe('Tuesday, 27/10/2026, 11:00');
});

test.each(Object.keys(PROBLEMS))('the failure %s becomes whole sentences', (code) => {
  expect(failureInWords(code)).toMatch(/^[A-Z][^.]+\. [A-Z][^.]+\.$/);
});
