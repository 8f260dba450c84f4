import { expect, test } from 'vitest';
import { owedLetters } from '../../src/policy/owed-mail.ts';

const opened = { action: 'ticket.opened', channel: 'panel', isOutage: false, isOpenNow: true } as const;
const answered = { action: 'ticket.answered', isSolution: false, hasFiles: false } as const;

test('a ticket owes its receipt, whichever way it came', () => {
  expect(owedLetters(opened)).toEqual([{ kind: 'receipt', to: 'contact', afterSeconds: 0 }]);
  expect(owedLetters({ ...opened, channel: 'email' })).toEqual(owedLetters(opened));
});

test('an outage outside office hours is told to our people, too', () => {
  const kinds = (isOpenNow: boolean) => owedLetters({ ...opened, isOutage: true, isOpenNow }).map(({ kind }) => kind);
  expect(kinds(true)).toEqual(['receipt']);
  expect(kinds(false)).toEqual(['receipt', 'alert']);
});

test('a reply waits two minutes for its reader in the panel; one with files does not, nor does a solution', () => {
  expect(owedLetters(answered)).toEqual([{ kind: 'reply', to: 'contact', afterSeconds: 120 }]);
  expect(owedLetters({ ...answered, hasFiles: true })).toEqual([{ kind: 'reply', to: 'contact', afterSeconds: 0 }]);
  expect(owedLetters({ ...answered, isSolution: true })).toEqual([
    { kind: 'solution', to: 'contact', afterSeconds: 0 },
  ]);
});

test('a warning and a lost link are a letter each', () => {
  expect(owedLetters({ action: 'ticket.late-warned' }).map(({ kind }) => kind)).toEqual(['late']);
  expect(owedLetters({ action: 'ticket.link-asked' }).map(({ kind }) => kind)).toEqual(['link']);
});
