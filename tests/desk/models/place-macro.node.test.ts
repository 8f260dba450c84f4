import { expect, test } from 'vitest';
import { placeMacro } from '../../../desk/models/fill-macro.ts';

/** A text with the cursor as a bar. */
function placed(at: string, macro: string): string {
  const [before = '', after = ''] = at.split('|');
  const { text, cursor } = placeMacro(before, macro, after);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

test.each([
  ['|', 'Sprawdzamy.', 'Sprawdzamy.|'],
  ['Dzień dobry,|', 'Sprawdzamy.', 'Dzień dobry,\n\nSprawdzamy.|'],
  ['Dzień dobry,\n|\nPozdrawiamy', 'Sprawdzamy.', 'Dzień dobry,\nSprawdzamy.|\nPozdrawiamy'],
  ['|Pozdrawiamy', 'Sprawdzamy.', 'Sprawdzamy.|\n\nPozdrawiamy'],
  ['Najpierw.|', 'Dzień dobry,\n\n\n\nPozdrawiamy', 'Najpierw.\n\nDzień dobry,\n\n|\n\nPozdrawiamy'],
])('at %j the macro %j makes %j', (at, macro, expected) => {
  expect(placed(at, macro)).toBe(expected);
});
