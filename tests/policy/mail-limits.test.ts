import { describe, expect, test } from 'vitest';
import { MAIL_KINDS } from '../../src/contract/lists.ts';
import { type AddressFacts, IS_AUTOMATIC, isOfAPerson, mayMail } from '../../src/policy/mail-limits.ts';

const ANNA = 'biuro@ksiegarnia-zuraw.pl';
const STRANGER: AddressFacts = {
  isKnown: false,
  isBounced: false,
  automaticToday: 0,
  linksThisHour: 0,
  thisHour: 0,
  strangersThisHour: 0,
};
const KNOWN = { ...STRANGER, isKnown: true };
const OWN = ['pomoc@shopgold.pl'];

describe('an address that never wrote to us', () => {
  test('gets one automatic letter a day', () => {
    expect(mayMail('receipt', ANNA, OWN, STRANGER)).toBe('now');
    expect(mayMail('receipt', ANNA, OWN, { ...STRANGER, automaticToday: 1 })).toBe('day-limit');
    expect(mayMail('link', ANNA, OWN, { ...STRANGER, automaticToday: 1 })).toBe('day-limit');
  });

  test('gets none once 500 such addresses got one within the hour', () => {
    expect(mayMail('receipt', ANNA, OWN, { ...STRANGER, strangersThisHour: 499 })).toBe('now');
    expect(mayMail('receipt', ANNA, OWN, { ...STRANGER, strangersThisHour: 500 })).toBe('total-limit');
    expect(mayMail('receipt', ANNA, OWN, { ...KNOWN, strangersThisHour: 500 })).toBe('now');
  });

  test('gets each reply of an agent', () => {
    expect(mayMail('reply', ANNA, OWN, { ...STRANGER, automaticToday: 1, strangersThisHour: 900 })).toBe('now');
  });
});

describe('an address that wrote to us', () => {
  test('gets five automatic letters a day and one lost link an hour', () => {
    expect(mayMail('late', ANNA, OWN, { ...KNOWN, automaticToday: 4 })).toBe('now');
    expect(mayMail('late', ANNA, OWN, { ...KNOWN, automaticToday: 5 })).toBe('day-limit');
    expect(mayMail('link', ANNA, OWN, { ...KNOWN, linksThisHour: 1 })).toBe('hour-limit');
  });
});

test('twenty letters an hour go to one address; a reply waits for the next hour, an automatic one does not go', () => {
  expect(mayMail('reply', ANNA, OWN, { ...KNOWN, thisHour: 19 })).toBe('now');
  expect(mayMail('reply', ANNA, OWN, { ...KNOWN, thisHour: 20 })).toBe('later');
  expect(mayMail('receipt', ANNA, OWN, { ...KNOWN, thisHour: 20 })).toBe('hour-limit');
});

test('nothing goes where a letter came back for good, to ourselves, or to a program', () => {
  for (const kind of MAIL_KINDS.filter((one) => one !== 'alert')) {
    expect(mayMail(kind, ANNA, OWN, { ...KNOWN, isBounced: true })).toBe('bounced');
    expect(mayMail(kind, 'pomoc@shopgold.pl', OWN, KNOWN)).toBe('not-a-person');
    expect(mayMail(kind, 'mailer-daemon@wp.pl', OWN, KNOWN)).toBe('not-a-person');
  }
});

test('our own people hear of an outage whatever was sent', () => {
  expect(mayMail('alert', 'dyzur@shopgold.pl', ['dyzur@shopgold.pl'], { ...STRANGER, thisHour: 400 })).toBe('now');
});

test('an agent’s words are not automatic', () => {
  expect(MAIL_KINDS.filter((kind) => !IS_AUTOMATIC[kind])).toEqual(['reply', 'solution', 'advisory', 'alert']);
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
