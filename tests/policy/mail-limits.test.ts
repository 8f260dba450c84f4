import { describe, expect, test } from 'vitest';
import { MAIL_KINDS, type MailKind } from '../../src/contract/lists.ts';
import { type AddressFacts, IS_AUTOMATIC, isOfAPerson, isOurs, mayMail } from '../../src/policy/mail-limits.ts';

const ANNA = 'biuro@ksiegarnia-zuraw.pl';
const STRANGER: AddressFacts = {
  isKnown: false,
  isBounced: false,
  automaticToday: 0,
  answersToday: 0,
  linksThisHour: 0,
  thisHour: 0,
  strangersThisHour: 0,
};
const KNOWN = { ...STRANGER, isKnown: true };
const OWN = ['pomoc@shopgold.pl'];
const verdict = (kind: MailKind, recipient: string, own: string[], facts: AddressFacts) =>
  mayMail({ kind, recipient, isAnswer: false }, own, facts);

describe('an address that never wrote to us', () => {
  test('gets one automatic letter a day', () => {
    expect(verdict('receipt', ANNA, OWN, STRANGER)).toBe('now');
    expect(verdict('receipt', ANNA, OWN, { ...STRANGER, automaticToday: 1 })).toBe('day-limit');
    expect(verdict('link', ANNA, OWN, { ...STRANGER, automaticToday: 1 })).toBe('day-limit');
  });

  test('gets none once 500 such addresses got one within the hour', () => {
    expect(verdict('receipt', ANNA, OWN, { ...STRANGER, strangersThisHour: 499 })).toBe('now');
    expect(verdict('receipt', ANNA, OWN, { ...STRANGER, strangersThisHour: 500 })).toBe('total-limit');
    expect(verdict('receipt', ANNA, OWN, { ...KNOWN, strangersThisHour: 500 })).toBe('now');
  });

  test('gets each reply of an agent', () => {
    expect(verdict('reply', ANNA, OWN, { ...STRANGER, automaticToday: 1, strangersThisHour: 900 })).toBe('now');
  });
});

describe('an address that wrote to us', () => {
  test('gets five automatic letters a day and one lost link an hour', () => {
    expect(verdict('late', ANNA, OWN, { ...KNOWN, automaticToday: 4 })).toBe('now');
    expect(verdict('late', ANNA, OWN, { ...KNOWN, automaticToday: 5 })).toBe('day-limit');
    expect(verdict('link', ANNA, OWN, { ...KNOWN, linksThisHour: 1 })).toBe('hour-limit');
    expect(verdict('link', ANNA, OWN, KNOWN)).toBe('now');
    expect(verdict('late', ANNA, OWN, { ...KNOWN, linksThisHour: 1 })).toBe('now');
  });
});

test('two automatic letters a day answer letters of one address, however well it is known', () => {
  const answer = (answersToday: number) =>
    mayMail({ kind: 'receipt', recipient: ANNA, isAnswer: true }, OWN, { ...KNOWN, automaticToday: 2, answersToday });
  expect(answer(1)).toBe('now');
  expect(answer(2)).toBe('day-limit');
  expect(verdict('receipt', ANNA, OWN, { ...KNOWN, automaticToday: 2, answersToday: 2 })).toBe('now');
});

test('twenty letters an hour go to one address; a reply waits for its turn, an automatic one does not go', () => {
  expect(verdict('reply', ANNA, OWN, { ...KNOWN, thisHour: 19 })).toBe('now');
  expect(verdict('reply', ANNA, OWN, { ...KNOWN, thisHour: 20 })).toBe('later');
  expect(verdict('receipt', ANNA, OWN, { ...KNOWN, thisHour: 20 })).toBe('hour-limit');
});

test('nothing goes where a letter came back for good, to ourselves, or to a program', () => {
  for (const kind of MAIL_KINDS.filter((one) => one !== 'alert')) {
    expect(verdict(kind, ANNA, OWN, { ...KNOWN, isBounced: true })).toBe('bounced');
    expect(verdict(kind, 'pomoc@shopgold.pl', OWN, KNOWN)).toBe('not-a-person');
    expect(verdict(kind, 'pomoc+1000015-abc@shopgold.pl', OWN, KNOWN)).toBe('not-a-person');
    expect(verdict(kind, 'mailer-daemon@wp.pl', OWN, KNOWN)).toBe('not-a-person');
  }
});

test('our own people hear of an outage whatever was sent', () => {
  expect(verdict('alert', 'dyzur@shopgold.pl', ['dyzur@shopgold.pl'], { ...STRANGER, thisHour: 400 })).toBe('now');
});

test('an agent’s words are not automatic', () => {
  expect(MAIL_KINDS.filter((kind) => !IS_AUTOMATIC[kind])).toEqual(['reply', 'copy', 'solution', 'advisory', 'alert']);
});

test.each([
  ['noreply@allegro.pl', false],
  ['no-reply+123@x.pl', false],
  ['nie-odpowiadaj@bank.pl', false],
  ['bounces-77@list.example', false],
  ['@x.pl', false],
  ['anna', false],
  ['noreplyanna@x.pl', true],
  ['anna.noreply@x.pl', true],
  ['root.anna@x.pl', false],
])('%s is of a person: %s', (address, isPerson) => expect(isOfAPerson(address)).toBe(isPerson));

test('each of our addresses is ours, and no other', () => {
  const own = ['pomoc@shopgold.pl', 'dyzur@shopgold.pl'];
  expect([...own, 'Dyzur+1@ShopGold.pl', ANNA].map((address) => isOurs(address, own))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(isOurs(ANNA, [])).toBe(false);
});
