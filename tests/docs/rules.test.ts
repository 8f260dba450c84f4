import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { textsOf, whyDead } from '../support/references.ts';

const PAGE = textsOf('docs/rules.md').get('docs/rules.md') ?? '';
const SOURCES = textsOf('{src,widget,desk,browser,vite,demo-shop-panel}/**/*.{ts,tsx}');

/** The rules of the vendor: how many there are of each kind. */
const RULES = { R: 10, A: 4, C: 5, N: 10 };
const IDS = Object.entries(RULES).flatMap(([kind, count]) => Array.from({ length: count }, (_, i) => kind + (i + 1)));

/** Looks like an id and is a name of the field: the control characters U+0000 to U+001F. */
const NO_IDS = ['C0'];

/** The ids in a source's comments: a capital with a number, standing alone. */
function idsIn(path: string, source: string): string[] {
  const ids = parseSync(path, source).comments.flatMap(
    ({ value }) => value.match(/(?<![\w-])[A-Z]\d{1,2}(?![\w-])/g) ?? [],
  );
  return ids.filter((id) => !NO_IDS.includes(id));
}

test('each rule has one heading and the vendor’s own words', () => {
  const headings = [...PAGE.matchAll(/^### (\w+) · .+\n\n> \S/gm)].map(([, id]) => id);
  expect(headings.toSorted()).toEqual(IDS.toSorted());
});

test('each id in a comment is on the page', () => {
  const unknown = [...SOURCES].flatMap(([path, source]) =>
    idsIn(path, source)
      .filter((id) => !IDS.includes(id))
      .map((id) => `${path} cites ${id}`),
  );
  expect(unknown).toEqual([]);
});

test('an id that nobody can look up is found, names and versions are not', () => {
  expect(
    idsIn('a.ts', '/** Encrypts (M24), see R1–R4 and 0x1F, `UTF-16`, ES2022 and C0. */\nconst N5 = 1; // A2'),
  ).toEqual(['M24', 'R1', 'R4', 'A2']);
});

test('a reference that leads nowhere is found, with the new place of what was moved', () => {
  const files = new Map([
    ['src/policy/promise.ts', 'export function answerBy() {}'],
    ['tests/promise.test.ts', "test('e-mail has no promise', …)"],
  ]);
  const dead = (file: string, name: string) => whyDead({ file, name }, files);
  expect(dead('policy/promise.ts', 'answerBy')).toBeNull();
  expect(dead('promise.test.ts', 'has no promise')).toBeNull();
  expect(dead('policy/clock.ts', 'answerBy')).toBe(
    'policy/clock.ts · answerBy: there is no such file, but in src/policy/promise.ts',
  );
  expect(dead('promise.ts', 'answer')).toBe('promise.ts · answer: answer is not in it');
});
