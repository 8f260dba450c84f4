import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/contract/lists.ts';

type Words = Record<string, unknown>;

const files = import.meta.glob<Words>('../../../widget/words/*/*.ts', { eager: true });
const [first, ...others] = LANGUAGES;

/** The files of a language, by name. */
function filesOf(language: Language): Map<string, Words> {
  const folder = `../../../widget/words/${language}/`;
  const own = Object.entries(files).filter(([path]) => path.startsWith(folder));
  return new Map(own.map(([path, words]) => [path.slice(folder.length), words]));
}

const ours = filesOf(first);

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

test('the languages are those of the folders', () => {
  const folders = new Set(Object.keys(files).map((path) => path.split('/').at(-2)));
  expect([...folders].toSorted()).toEqual([...LANGUAGES].toSorted());
  expect(ours.size).toBeGreaterThan(5);
});

describe.each(others)('in the language %s', (language) => {
  const translated = filesOf(language);

  test('there are the same files', () => {
    expect([...translated.keys()]).toEqual([...ours.keys()]);
  });

  describe.each([...ours])('%s', (name, own) => {
    const theirs = translated.get(name) ?? {};

    test('says the same things', () => {
      expect(places(theirs).toSorted()).toEqual(places(own).toSorted());
    });

    test('leaves nothing in Polish, but for what the panel itself is called', () => {
      const left = texts(theirs).filter(
        (text) => /[ąćęłńóśźż]/i.test(text) || (/\S/.test(text) && texts(own).includes(text)),
      );
      expect(left.filter((text) => !SAME_IN_ALL.includes(text))).toEqual([]);
    });

    test('has no text that is empty in one language only', () => {
      const empty = (words: Words) => texts(words).map((text) => text === '');
      expect(empty(theirs)).toEqual(empty(own));
    });
  });
});

/** What is called alike in all. */
const SAME_IN_ALL = ['Pomoc online', first];
