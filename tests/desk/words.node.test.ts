import { describe, expect, test } from 'vitest';
import { dayInWarsaw } from '../../browser/warsaw.ts';
import { fillMacro, MACRO_VARIABLES, openVariables, unknownVariables } from '../../desk/models/fill-macro.ts';
import { followUpTimes } from '../../desk/models/follow-up-times.ts';
import { macroValues } from '../../desk/models/macro-values.ts';
import { unkeptTime } from '../../desk/models/promise-of.ts';
import { snoozeTimes } from '../../desk/models/snooze-times.ts';
import { en } from '../../desk/words/en.ts';
import { initialsOf } from '../../desk/words/initials.ts';
import { dayInWords } from '../../desk/words/moments.ts';
import { numberInGroups } from '../../desk/words/number-in-groups.ts';
import { pl } from '../../desk/words/pl.ts';
import { timeLeft } from '../../desk/words/time-left.ts';
import { aDeskTicket, aRow } from './a-desk-ticket.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const HOUR = 3_600_000;
const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString();
const said = (otherwise: Parameters<typeof aRow>[1], words = pl) => timeLeft(aRow('1', otherwise), NOW, words);

describe('time in words', () => {
  test.each([
    [5 * HOUR, 'zostało 5 godz.', 'soon'],
    [2 * HOUR, 'zostały 2 godz.', 'soon'],
    [HOUR + 20 * 60_000, 'została 1 godz. 20 min', 'soon'],
    [60_000, 'została 1 min', 'soon'],
    [13 * HOUR, 'zostało 13 godz.', 'calm'],
    [14 * HOUR, 'do jutra 0:00', 'calm'],
    [47 * HOUR, 'do wt. 9:00', 'calm'],
    [72 * HOUR, 'do śr. 10:00', 'calm'],
    [6 * 24 * HOUR, 'do sob. 10:00', 'calm'],
    [7 * 24 * HOUR, 'do 29 lis', 'calm'],
    [-2 * HOUR, 'spóźnione o 2 godz.', 'late'],
    [-8 * HOUR - 60_000, 'spóźnione o 8 godz.', 'late'],
    [-1000, 'spóźnione o 0 min', 'late'],
  ])('%i ms before the promised time: %s', (left, text, tone) => {
    const { text: told, ...rest } = said({ answerBy: at(left) });
    expect([told.replaceAll('\u00a0', ' '), rest]).toEqual([text, { tone }]);
  });

  test('an outage says how long it waits, and when it is late, that', () => {
    const outage = { isOutage: true, waitingSince: at(-48 * 60_000) };
    expect(said(outage)).toEqual({ text: 'czeka\u00a048\u00a0min', tone: 'calm' });
    expect(said({ ...outage, waitingSince: at(-130 * 60_000) }).text).toBe('czeka\u00a02\u00a0godz. 10\u00a0min');
    expect(said({ ...outage, answerBy: at(-8 * HOUR) })).toEqual({
      text: 'spóźnione o\u00a08\u00a0godz.',
      tone: 'late',
    });
    expect(said({ ...outage, answerBy: null, waitingSince: at(-1000) }).text).toBe('czeka');
  });

  test('one that waits without a promise has no deadline, and one where nobody waits says since when', () => {
    expect(said({ answerBy: null })).toEqual({ text: 'bez terminu', tone: 'calm' });
    const over = { waitingSince: null, answerBy: null, changedAt: at(-72 * HOUR) };
    expect(said({ ...over, status: 'solved' })).toEqual({ text: 'rozwiązane 19 lis', tone: 'done' });
    expect(said({ ...over, status: 'waiting-for-customer' }, en).text).toBe('with the customer since 19 Nov');
    expect(said({ ...over, status: 'later' as never }).text).toBe('later');
  });

  test('a snoozed one says when it comes back, and then that it did', () => {
    const snoozed = { waitingSince: null, answerBy: null, snoozedUntil: '2026-11-23T07:00:00Z' };
    expect(said(snoozed).text).toBe('odłożone do\u00a023 lis');
    const back = (hours: number, words = pl) => timeLeft(aRow('1', snoozed), NOW + hours * HOUR, words);
    expect(back(24)).toEqual({ text: 'wróciło o\u00a08:00', tone: 'soon' });
    expect(back(48).text).toBe('wróciło wczoraj 8:00');
    expect(back(72).text).toBe('wróciło pon. 8:00');
    expect(back(24 * 9).text).toBe('wróciło 23 lis');
    expect(back(24, en).text).toBe('back since 8:00');
  });

  test('what we said we write says by when, and when that is past how late it is, put off or not', () => {
    const followed = { waitingSince: null, answerBy: null, followUpAt: at(2 * HOUR) };
    expect(said(followed).text).toMatch(/^odpiszemy do 12:00$/);
    expect(said({ ...followed, snoozedUntil: at(-HOUR) }).text).toMatch(/^wróciło/);
    const late = { text: 'obiecane na\u00a08:00', tone: 'late' };
    expect(said({ ...followed, followUpAt: at(-2 * HOUR), snoozedUntil: at(-HOUR) })).toEqual(late);
  });

  test('in English', () => {
    expect(said({ answerBy: at(5 * HOUR) }, en).text).toBe('5\u00a0h left');
    expect(said({ answerBy: at(-72 * HOUR) }, en).text).toBe('3\u00a0d late');
  });
});

test.each([
  ['Ola Nowak', 'ON'],
  ['anna maria żuk-kos', 'AŻ'],
  ['Łucja', 'Ł'],
  ['', ''],
])('of %s the initials are %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
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

test.each([
  ['1000015', '1000 015'],
  ['10000150', '10 000 150'],
  ['100001507', '100 001 507'],
  ['1000015079', '1000 015 079'],
  ['15', '15'],
])('%s is read out as %s', (number, groups) => {
  expect(numberInGroups(number).replaceAll('\u00a0', ' ')).toBe(groups);
});

test('days of the contract are the same day wherever the browser is', () => {
  expect([dayInWords('2027-03-14', 'pl'), dayInWords('2027-03-14', 'en')]).toEqual([
    '14 marca 2027',
    expect.stringContaining('14'),
  ]);
  expect(dayInWarsaw(Date.parse('2026-11-22T23:30:00Z'))).toBe('2026-11-23');
});

describe('a macro', () => {
  const values = {
    numer: '1000015',
    sklep: 'Żuraw $& Syn',
    imie: 'Anna',
    termin: '25.11.2026, 10:00',
    wersja: '10.4.2',
    wersja_aktualna: '10.5.0',
    wsparcie_do: '14.03.2027',
    agent: 'Ola Nowak',
  };

  test('speaks of the ticket, taking nothing in it for an order', () => {
    expect(fillMacro('Dzień dobry {imie}, nr {numer} ({sklep}) do {termin}.', values)).toBe(
      'Dzień dobry Anna, nr 1000015 (Żuraw $& Syn) do 25.11.2026, 10:00.',
    );
    expect(fillMacro('{wersja} < {wersja_aktualna}, do {wsparcie_do}\n{agent}', values)).toBe(
      '10.4.2 < 10.5.0, do 14.03.2027\nOla Nowak',
    );
    expect(fillMacro('{imie}', { ...values, imie: '{numer} $1' })).toBe('{numer} $1');
  });

  test('does without a name, and leaves what it does not know: where nothing is promised it names no time', () => {
    const nothing = { ...values, imie: null, termin: null, wersja: null };
    expect(fillMacro('Dzień dobry {imie}, {termin} {inne} {wersja}', nothing)).toBe(
      'Dzień dobry, {termin} {inne} {wersja}',
    );
  });

  test('names what is no variable of ours, and what the ticket left open, each once', () => {
    const text = '{Imie} {imie} {cena} {cena} { numer} {} {a\nb} {{sklep}} {wersja} {wersja}';
    expect(unknownVariables(text)).toEqual(['{Imie}', '{cena}', '{ numer}']);
    expect(openVariables(text)).toEqual(['{imie}', '{sklep}', '{wersja}']);
    for (const variable of MACRO_VARIABLES) expect(unknownVariables(`{${variable}}`)).toEqual([]);
  });

  test('reads its values out of a ticket, and of one that says little', () => {
    const ticket = aDeskTicket();
    expect(macroValues(ticket, 'Ola Nowak')).toEqual({
      numer: '1000015',
      sklep: 'Księgarnia Żuraw',
      imie: null,
      termin: '25.11.2026, 10:00',
      wersja: null,
      wersja_aktualna: null,
      wsparcie_do: '13.03.2027',
      agent: 'Ola Nowak',
    });
  });
});

describe('times to choose from', () => {
  const hours = (...days: string[]) =>
    days.map((day) => ({ from: Date.parse(`${day}T07:00:00Z`), to: Date.parse(`${day}T15:00:00Z`) }));
  const OFFICE = hours(
    '2026-11-20',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-30',
  );
  const iso = (times: readonly number[]) => times.map((at) => new Date(at).toISOString().slice(0, 16));
  const at = (instant: string) => Date.parse(`${instant}:00Z`);

  test('of putting off are three hours from now, and openings: each once, in their order', () => {
    expect(iso(snoozeTimes(at('2026-11-23T09:00'), OFFICE))).toEqual([
      '2026-11-23T12:00',
      '2026-11-24T07:00',
      '2026-11-30T07:00',
    ]);
    expect(iso(snoozeTimes(at('2026-11-20T13:30'), OFFICE))).toEqual(['2026-11-23T07:00', '2026-11-27T07:00']);
  });

  test('without any office hours are eight in Warsaw, in winter, in summer, and over the change of clocks', () => {
    expect(iso(snoozeTimes(NOW, []))).toEqual(['2026-11-22T12:00', '2026-11-23T07:00', '2026-11-29T07:00']);
    expect(iso(snoozeTimes(at('2026-03-27T22:30'), []))).toEqual([
      '2026-03-28T01:30',
      '2026-03-28T07:00',
      '2026-03-30T06:00',
      '2026-04-03T06:00',
    ]);
  });

  test('of writing again are today at 16, tomorrow at 12 and the next opening, as far as somebody is there', () => {
    expect(iso(followUpTimes(at('2026-11-23T09:00'), OFFICE))).toEqual([
      '2026-11-23T15:00',
      '2026-11-24T07:00',
      '2026-11-24T11:00',
    ]);
    expect(iso(followUpTimes(at('2026-11-20T16:30'), OFFICE))).toEqual(['2026-11-23T07:00']);
    expect(iso(followUpTimes(at('2026-11-23T16:30'), []))).toEqual(['2026-11-24T11:00']);
  });
});

describe('a time that a reply names', () => {
  const text = 'Odpiszemy do 24.11.2026, 12:00.';

  test('is kept by the one by which we write again, and by no other', () => {
    expect(unkeptTime(text, '2026-11-24T11:00:00.000Z', NOW)).toBeNull();
    expect(unkeptTime(text, '2026-11-24T12:00:00.000Z', NOW)).toBe('24.11.2026, 12:00');
    expect(unkeptTime(text, null, NOW)).toBe('24.11.2026, 12:00');
  });

  test('is none where it is past, or a day alone', () => {
    expect(unkeptTime('Było 20.11.2026, 12:00. Pomoc do 24.11.2027.', null, NOW)).toBeNull();
  });

  test.each([
    ['Sprawdzę to w kodzie i wrócę jutro.', 'jutro'],
    ['Dzień dobry,\njutro do 12:00 damy znać, co dalej.', 'jutro do 12:00'],
    ['Odezwiemy się w środę o 9:00. Pozdrawiam', 'środę o 9:00'],
    ['Odpiszę pojutrze', 'pojutrze'],
  ])('is told of a day in words, where nothing reminds of any: %s', (words, day) => {
    expect(unkeptTime(words, null, NOW)).toBe(day);
    expect(unkeptTime(words, '2026-11-24T11:00:00.000Z', NOW)).toBeNull();
  });

  test.each([
    'Kurier przyjedzie jutro do 12:00.',
    'Proszę dać znać jutro.',
    'Wrócimy do tego. Jutro sklep będzie działał.',
    'Odpiszemy najszybciej, jak się da.',
  ])('is none where nobody says that we write then: %s', (words) => {
    expect(unkeptTime(words, null, NOW)).toBeNull();
  });
});
