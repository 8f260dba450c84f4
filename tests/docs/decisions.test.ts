import { describe, expect, test } from 'vitest';
import { textsOf } from '../support/references.ts';

const LIST = 'docs/decisions/README.md';
const pages = textsOf('docs/decisions/*.md');
const list = pages.get(LIST) ?? '';
pages.delete(LIST);

test('the list of decisions names each page by its number and title, in order, and no other', () => {
  const named = [...pages].map(([path, text]) => {
    const file = path.split('/').at(-1) ?? '';
    return `${Number(file.slice(0, 4))}. [${text.match(/^# (.+)/)?.[1]}](${file})`;
  });
  expect(list.split('\n').filter((line) => /^\d+\. /.test(line))).toEqual(named);
});

describe('each decision has one form', () => {
  test.each([...pages])('%s: a title without a number, then what was decided', (_, text) => {
    expect(text).toMatch(/^# \D.+\n\n(.+\n\n)?\*\*Decided\.\*\* /);
  });
});
