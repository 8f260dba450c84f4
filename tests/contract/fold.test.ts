import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldToWords } from '../../src/contract/fold.ts';

/** What the search index of every database in use was folded by. */
const asStored = (text: string) =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('ł', 'l')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

describe('the words of the search index', () => {
  test('are what stored words are, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldToWords(text) === asStored(text)));
  });

  test.each([
    ['Zażółć GĘŚLĄ jaźń', 'zazolc gesla jazn'],
    ['Łódź, ŁÓDŹ; łódź', 'lodz lodz lodz'],
    ['ﬁnał ½ ²', 'final 1 2 2'],
    ['İstanbul Straße', 'istanbul straße'],
    ['a\u0301\u0323b', 'ab'],
    [' --- ', ''],
  ])('%j is stored as %j', (text, words) => {
    expect(foldToWords(text)).toBe(words);
  });
});

test('texts that differ in accents, capitals and ł alone are the same', () => {
  expect(fold('ŻÓŁW')).toBe(fold('zolw'));
  expect(fold('żółw')).toBe(fold('zo\u0301łw'));
});
