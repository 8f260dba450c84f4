import { describe, expect, test } from 'vitest';
import { fillMacro } from '../../desk/models/fill-macro.ts';
import { snoozeTimes } from '../../desk/models/snooze-times.ts';
import { en } from '../../desk/words/en.ts';
import { pl } from '../../desk/words/pl.ts';
import { timeLeft } from '../../desk/words/time-left.ts';
import { aRow } from './a-desk-ticket.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 3_600_000;
const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString();
const said = (otherwise: Parameters<typeof aRow>[1], words = pl) => timeLeft(aRow('1', otherwise), NOW, words);

describe('time in words', () => {
  test.each([
    [5 * HOUR, 'zostało 5 godz.', 'soon'],
    [2 * HOUR, 'zostały 2 godz.', 'soon'],
    [HOUR, 'została 1 godz.', 'soon'],
    [60_000, 'została 1 min', 'soon'],
    [13 * HOUR, 'zostało 13 godz.', 'calm'],
    [48 * HOUR, 'zostały 2 dni', 'calm'],
    [53 * HOUR, 'zostały 2 dni 5 godz.', 'calm'],
    [72 * HOUR, 'zostały 3 dni', 'calm'],
    [5 * 24 * HOUR, 'zostało 5 dni', 'calm'],
    [-2 * HOUR, 'spóźnione o 2 godz.', 'late'],
    [-1000, 'spóźnione o 0 min', 'late'],
  ])('%i ms before the promised time: %s', (left, text, tone) => {
    expect(said({ answerBy: at(left) })).toEqual({
      text: text.replaceAll(' o ', ' o\u00a0').replace(/(\d|została|zostały|zostało) /g, '$1\u00a0'),
      tone,
    });
  });

  test('an outage says how long it lasts, as long as somebody waits', () => {
    const outage = { isOutage: true, receivedAt: at(-12 * 60_000) };
    expect(said(outage)).toEqual({ text: 'awaria od\u00a012\u00a0min', tone: 'outage' });
    expect(said({ ...outage, answerBy: null })).toBeNull();
  });

  test('a snoozed one says when it comes back; one that came back says nothing', () => {
    const snoozed = { answerBy: null, snoozedUntil: '2026-11-23T07:00:00Z' };
    expect(said(snoozed)?.text).toBe('odłożone do\u00a023 lis');
    expect(timeLeft(aRow('1', snoozed), NOW + 48 * HOUR, pl)).toBeNull();
  });

  test('in English', () => {
    expect(said({ answerBy: at(5 * HOUR) }, en)?.text).toBe('5\u00a0h left');
    expect(said({ answerBy: at(-72 * HOUR) }, en)?.text).toBe('3\u00a0d late');
  });
});

test('minutes until the next attempt to sign in are counted in Polish', () => {
  const throttled = (minutes: number) => pl.signInFailure({ kind: 'throttled', minutes });
  expect([1, 3, 15].map(throttled).map((words) => words.split('za ')[1])).toEqual([
    '1\u00a0minutę.',
    '3\u00a0minuty.',
    '15\u00a0minut.',
  ]);
});

test('both languages have the same words', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shape(inner)]))
      : typeof value;
  expect(shape(en)).toEqual(shape(pl));
});

describe('a macro', () => {
  const values = { numer: '1000015', sklep: 'Żuraw $& Syn', imie: 'Anna', termin: '25.11.2026, 10:00' };

  test('speaks of the ticket, taking nothing in it for an order', () => {
    expect(fillMacro('Dzień dobry {imie}, nr {numer} ({sklep}) do {termin}.', values)).toBe(
      'Dzień dobry Anna, nr 1000015 (Żuraw $& Syn) do 25.11.2026, 10:00.',
    );
    expect(fillMacro('{imie}', { ...values, imie: '{numer} $1' })).toContain('$1');
  });

  test('does without a name or a time, and leaves what it does not know', () => {
    const nothing = { ...values, imie: null, termin: null };
    expect(fillMacro('Dzień dobry {imie}, {termin} {inne}', nothing)).toBe('Dzień dobry, w ciągu 72 godzin {inne}');
  });
});

test('mornings to come are eight o’clock in Warsaw, in winter, in summer, and over the change of clocks', () => {
  expect(snoozeTimes(NOW)).toEqual({
    hours: '2026-11-22T12:00:00.000Z',
    tomorrow: '2026-11-23T07:00:00.000Z',
    monday: '2026-11-23T07:00:00.000Z',
    week: '2026-11-29T07:00:00.000Z',
  });
  expect(snoozeTimes(Date.parse('2026-03-27T22:30:00Z'))).toMatchObject({
    tomorrow: '2026-03-28T07:00:00.000Z',
    monday: '2026-03-30T06:00:00.000Z',
  });
});
