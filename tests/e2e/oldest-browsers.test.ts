import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { newerThan } from '../support/newer-than.ts';

/** The first versions that have popovers, without which there is no drawer. Opera 100 is Chrome 114. */
const OLDEST = { chrome: 114, edge: 114, firefox: 125, safari: 17 };

/** What is newer, and why it is there all the same. */
const ASKED_FOR_FIRST = {
  'AbortSignal.any': 'ky asks whether it is there',
  'AbortSignal.timeout': 'it ends with another error there, which nobody looks at',
  'Error.captureStackTrace': 'so does zod',
  moveBefore: 'so does Preact',
  requestIdleCallback: 'so does the loader; a time-out does',
  responseStatus: 'missing, it counts as none',
  'Symbol.dispose': 'missing, it is a key that nobody reads',
  when: 'of zod, not of an EventTarget',
};

const loader = () => readFileSync('dist/pomoc.js', 'utf8');

/** The files of this build: those of earlier ones are there too. */
function panel(): string[] {
  const built = ['pl', 'en'].map((language) => JSON.parse(readFileSync(`dist/panel-${language}.json`, 'utf8')));
  const files = built.flatMap((manifest) => Object.values<{ file: string }>(manifest)).map(({ file }) => file);
  return [...new Set(files)].map((file) => readFileSync(`dist/${file}`, 'utf8'));
}

describe('the panel', () => {
  test('uses nothing that its oldest browsers lack', () => {
    expect(newerThan(OLDEST, [loader(), ...panel()])).toEqual(Object.keys(ASKED_FOR_FIRST).toSorted());
  });

  test.each([
    ['URL.canParse(path)', 'URL.canParse'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['new DisposableStack()', 'new DisposableStack'],
    ['seen.isDisjointFrom(others)', 'isDisjointFrom'],
  ])('%s would be told', (source, name) => {
    expect(newerThan(OLDEST, [source])).toEqual([name]);
  });

  test.each([
    'list.toSorted().at(-1)',
    'Object.hasOwn(x, "y")',
    'text.isWellFormed()',
    'const o = { union() {} }; o.union()',
  ])('%s would not', (source) => {
    expect(newerThan(OLDEST, [source])).toEqual([]);
  });
});

test('the loader is read by browsers of 2018: of what is newer it has `import()` alone', () => {
  const imports = loader().match(/\bimport\(/g);
  expect(imports).not.toBeNull();
  expect(() => parse(loader().replaceAll(/\bimport\(/g, 'fetch('), { ecmaVersion: 2018 })).not.toThrow();
  expect(() => parse('a?.b', { ecmaVersion: 2018 })).toThrow();
});
