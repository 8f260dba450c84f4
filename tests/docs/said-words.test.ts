import { describe, expect, test } from 'vitest';
import { TOPICS } from '../../src/contract/lists.ts';
import { exampleOf } from '../../src/policy/topic-examples.ts';
import { textsOf } from '../support/references.ts';

/** What shop owners read from us: the widget, its pages, notes of topics and letters. */
const SAID = [
  ...textsOf('widget/words/*/*.ts'),
  ...textsOf('src/{api/pages,policy}/*-words.ts'),
  ...textsOf('src/policy/topic-examples.ts'),
  ...textsOf('src/contract/topic-labels.ts'),
  ...textsOf('src/deliveries/letters/words-*.ts'),
].map(([path, text]): [string, string[]] => [path, stringsOf(text)]);

/** Short labels of topics have the rule's name: they are for agents, who know the rules. */
const FOR_AGENTS = /^N\d+ /;

/** Kinds of sentences that are not ours. */
const KINDS: [kind: string, pattern: RegExp][] = [
  ['the id of a rule, which nobody can look up (T2)', /(?<![\p{L}\d])[RCNAT](?:10|[1-9])(?![\p{L}\d])/u],
  ['a rule as one of ours (T2)', /zasad[aąęy] [A-Z]\d|rule [A-Z]\d/i],
  [
    'a form of address that is not ty',
    /(?<!\p{L})(?:prosimy|proszę|można(?! zadzwonić)|należy(?! do)|Państw\p{L}*|Pani?|Panu)(?!\p{L})/iu,
  ],
  ['a plea beside English that asks for nothing', /(?<!p{L})please(?!p{L})/i],
  ['a space before the sign of per cent', /[\s\u00a0]%/],
  ['an abbreviation of Polish in English, or a wrong one', /(?<!\p{L})nr\. /u],
  ['three dots for an ellipsis', /\.\.\./],
  ['a straight apostrophe', /\p{L}'\p{L}/u],
];

/** The texts in a program: strings and templates, without its comments and imports. */
function stringsOf(program: string): string[] {
  const code = program.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$|^import .*$/gm, '');
  return [...code.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
}

test('what owners read is found', () => {
  expect(SAID.length).toBeGreaterThan(30);
  expect(SAID.flatMap(([, texts]) => texts).length).toBeGreaterThan(600);
});

describe.each(KINDS)('%s', (_, pattern) => {
  test.each(SAID)('is not in %s', (_path, texts) => {
    const said = texts.filter((text) => /\s/.test(text) && !FOR_AGENTS.test(text));
    expect(said.filter((text) => pattern.test(text))).toEqual([]);
  });
});

test.each([
  'Zasada N8 mówi',
  'Prosimy wybrać z listy.',
  'Można też napisać.',
  'Please choose.',
  '38 %',
  'Wpisz temat...',
])('such a sentence is found: %s', (text) => {
  expect(KINDS.some(([, pattern]) => pattern.test(text))).toBe(true);
});

test('Polish and English examples of a topic are both there, and differ', () => {
  const examples = TOPICS.map((topic) => [exampleOf(topic, 'pl'), exampleOf(topic, 'en')]);
  expect(examples.filter(([pl, en]) => (pl === undefined) !== (en === undefined) || (pl && pl === en))).toEqual([]);
});
