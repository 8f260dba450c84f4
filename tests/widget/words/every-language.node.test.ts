import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/contract/lists.ts';

type Words = Record<string, unknown>;

const FOLDERS = join(import.meta.dirname, '../../../widget/words');
const paths = globSync('*/*.ts', { cwd: FOLDERS }).toSorted();
const files = new Map(await Promise.all(paths.map(async (path) => [path, await importWords(path)] as const)));
const [first, ...others] = LANGUAGES;

async function importWords(path: string): Promise<Words> {
  return import(join(FOLDERS, path));
}

/** The files of a language, by name. */
function filesOf(language: Language): Map<string, Words> {
  const folder = `${language}/`;
  const own = [...files].filter(([path]) => path.startsWith(folder));
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
  const folders = new Set(paths.map((path) => path.split('/')[0]));
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
const SAME_IN_ALL = ['Pomoc online', 'KAMELIA-NET', first];
