import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { line, personName, plain, text } from '../../src/contract/text.ts';

/** What is stored, or why nothing is. */
function read(schema: z.ZodMiniType<string>, typed: string): string | string[] {
  const { success, data, error } = schema.safeParse(typed);
  return success ? data : (error?.issues.map(({ message, code }) => (code === 'custom' ? message : code)) ?? []);
}

describe('a text', () => {
  test.each([
    ['of the least length', 'abc', 'abc'],
    ['of the greatest length', 'abcdefgh', 'abcdefgh'],
    ['is kept as it was typed', ' a\tb\nc ', ' a\tb\nc '],
  ])('%s', (_, typed, stored) => {
    expect(read(text(3, 8), typed)).toBe(stored);
  });

  test.each([
    ['shorter', 'ab', 'too-short'],
    ['of white space for the most part', '   ab  ', 'too-short'],
    ['longer', 'abcdefghi', 'too_big'],
    ['with half a letter', 'abc\ud800', 'not-well-formed'],
    ['that begins with a control character', '\u0000abc', 'control-character'],
    ['with a control character', 'abc\u001b', 'control-character'],
  ])('%s is refused: %s', (_, typed, why) => {
    expect(read(text(3, 8), typed)).toEqual([why]);
  });
});

test('a line is a text without a line feed', () => {
  expect(read(line(1, 8), 'a\tb')).toBe('a\tb');
  expect(read(line(1, 8), 'a\nb')).toEqual(['control-character']);
});

test('what cannot be seen is dropped before its length counts', () => {
  expect(read(plain(3, 3), 'a\u200bb\u200dc')).toBe('abc');
  expect(read(plain(3, 3), 'a\u200bb')).toEqual(['too-short']);
  expect(read(personName(3), 'A\u200bna')).toBe('Ana');
  expect(read(personName(3), '\u200b')).toEqual(['too-short']);
});
