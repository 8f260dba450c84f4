import { expect, test } from 'vitest';
import { mentionsIn } from '../../src/contract/desk/mentions.ts';

const AGENTS = [
  { id: 'o', name: 'Ola Nowak' },
  { id: 'm', name: 'Marek Król' },
  { id: 'a', name: 'Marek' },
];

test.each([
  ['@Ola Nowak to samo co wczoraj?', [['@Ola Nowak', 'o']]],
  [
    '(@ola nowak, @MAREK KRÓL)',
    [
      ['@ola nowak', 'o'],
      ['@MAREK KRÓL', 'm'],
    ],
  ],
  ['@Marek?', [['@Marek', 'a']]],
  ['@Marek Królewski', [['@Marek', 'a']]],
  ['biuro@Marek.pl, @Markowi, @ Marek, @Ola', []],
])('%j', (text, named) => {
  expect(mentionsIn(text, AGENTS).map(({ start, end, agents }) => [text.slice(start, end), ...agents])).toEqual(named);
});
