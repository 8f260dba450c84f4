import { describe, expect, test } from 'vitest';
import { failureKind, GIVEN_UP_HOURS, nextTry, type SendError } from '../../src/policy/mail-failure.ts';

const error = (said: Partial<SendError>): SendError => ({
  code: 'EENVELOPE',
  command: 'RCPT TO',
  responseCode: 550,
  response: null,
  ...said,
});

describe('what a server says means', () => {
  test.each([
    ['no answer', { responseCode: null }, 'later'],
    ['a refusal for now', { responseCode: 450 }, 'later'],
    ['499', { responseCode: 499 }, 'later'],
    ['600, which is no code', { responseCode: 600 }, 'later'],
    ['500 about the recipient', { responseCode: 500 }, 'letter'],
    ['599 about the recipient', { responseCode: 599 }, 'letter'],
    ['no such address', { response: '550 5.1.1 no such user' }, 'address'],
    ['no such domain', { response: '550 5.1.10 null MX' }, 'address'],
    ['an address that is switched off', { response: '550 5.2.1 disabled' }, 'address'],
    ['a full mailbox', { response: '552 5.2.2 over quota' }, 'letter'],
    ['a number that only looks so', { response: '550 15.1.1 x' }, 'letter'],
    ['a number that goes on', { response: '550 5.2.12 x' }, 'letter'],
    ['a refusal of the data', { command: 'DATA' }, 'letter'],
    ['a letter that cannot be sent', { command: 'API', code: 'EMESSAGE' }, 'letter'],
    ['a refusal to sign in', { command: 'AUTH PLAIN', code: 'EAUTH', responseCode: 535 }, 'us'],
    ['a refusal of our address', { command: 'MAIL FROM' }, 'us'],
  ] as const)('%s', (_what, said, kind) => {
    expect(failureKind(error(said))).toBe(kind);
  });
});

describe('a letter goes again', () => {
  const CREATED = Temporal.Instant.from('2026-11-22T09:00:00Z');

  test.each([
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [5, 240],
    [17, 240],
  ])('after try %i in %i minutes', (tries, minutes) => {
    expect(nextTry(tries, CREATED, CREATED)).toEqual(CREATED.add({ minutes }));
  });

  test('within 48 hours of its making, and no later', () => {
    const last = CREATED.add({ hours: GIVEN_UP_HOURS - 4 });
    expect(nextTry(9, CREATED, last)).toEqual(CREATED.add({ hours: 48 }));
    expect(nextTry(9, CREATED, last.add({ milliseconds: 1 }))).toBeNull();
  });
});
