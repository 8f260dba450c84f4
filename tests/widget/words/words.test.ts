import { describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { label } from '../../../browser/lists.ts';
import { SUPPORT_STATES } from '../../../src/contract/lists.ts';
import { PROBLEMS } from '../../../src/contract/problem.ts';
import { TOPIC_LABELS } from '../../../src/contract/topic-labels.ts';
import { promiseInWords as promiseInEnglish } from '../../../widget/words/en/advice.ts';
import { firstTopics as englishTopics } from '../../../widget/words/en/lazy-views.ts';
import { promiseInWords } from '../../../widget/words/pl/advice.ts';
import { dayInWords, daysLeft, momentInWords } from '../../../widget/words/pl/dates.ts';
import { firstTopics } from '../../../widget/words/pl/lazy-views.ts';
import { bind, failureInWords, supportStates } from '../../../widget/words/pl/panel.ts';
import { pastInWords } from '../../../widget/words/pl/past.ts';
import { tooLongInWords } from '../../../widget/words/pl/sending.ts';

/** Text with its hard spaces made visible. */
const shown = (text: string) => text.replaceAll('\u00a0', '~');

/** Puts the browser into another time zone; an empty name puts it back. */
async function moveTo(timezoneId: string): Promise<void> {
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId });
}

test.each([
  [1, 'jeszcze 1~dzień'],
  [2, 'jeszcze 2~dni'],
  [112, 'jeszcze 112~dni'],
])('days left: %i', (days, words) => {
  expect(shown(daysLeft(days))).toBe(words);
});

test.each([
  ['2026-12-03T02:23:00Z', undefined, 'Odpowiemy najpóźniej w czwartek 3 grudnia o 3:23, zwykle szybciej.'],
  ['2026-12-01T09:00:00Z', 60, 'Odpowiemy najpóźniej we wtorek 1 grudnia o 10:00, zwykle w ciągu godziny.'],
  ['2026-12-02T09:00:00Z', 300, 'Odpowiemy najpóźniej w środę 2 grudnia o 10:00, zwykle w ciągu 5 godzin.'],
  ['2026-07-04T23:30:00Z', 120, 'Odpowiemy najpóźniej w niedzielę 5 lipca o 1:30, zwykle w ciągu 2 godzin.'],
])('the promise for %s, usually %s minutes', (instant, usual, words) => {
  expect(promiseInWords(Date.parse(instant), usual)).toBe(words);
});

test('the promise in English', () => {
  const at = Date.parse('2026-12-03T02:23:00Z');
  expect(promiseInEnglish(at)).toBe('We’ll reply by Thursday 3 December, 03:23, usually sooner.');
  expect(promiseInEnglish(at, 60)).toContain('usually within an hour.');
  expect(promiseInEnglish(at, 300)).toContain('usually within 5 hours.');
});

test.each([
  [1, 'o~1~znak, mieści się 20~000'],
  [2, 'o~2~znaki,'],
  [5, 'o~5~znaków,'],
  [12_022, 'o~12~022~znaki,'],
])('a text that is %i characters too long', (over, words) => {
  expect(shown(tooLongInWords(20_000, over))).toContain(words);
});

describe.each(['UTC', 'Europe/Warsaw', 'America/Los_Angeles', 'Pacific/Kiritimati'])('in a browser in %s', (zone) => {
  test.each([
    ['2026-03-05', '5~marca 2026'],
    ['2028-02-29', '29~lutego 2028'],
    ['2026-12-31', '31~grudnia 2026'],
  ])('the day %s is %s', async (day, words) => {
    await moveTo(zone);
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    expect(shown(dayInWords(day))).toBe(words);
    await moveTo('');
  });

  test.each([
    ['2026-03-05T08:07:00Z', 'czwartek, 5 marca, 9:07'],
    ['2026-03-29T00:59:59Z', 'niedziela, 29 marca, 1:59'],
    ['2026-03-29T01:00:00Z', 'niedziela, 29 marca, 3:00'],
    ['2026-03-31T11:00:00Z', 'wtorek, 31 marca, 13:00'],
    ['2026-10-25T00:30:00Z', 'niedziela, 25 października, 2:30'],
    ['2026-10-25T01:30:00Z', 'niedziela, 25 października, 2:30'],
    ['2026-10-27T10:00:00Z', 'wtorek, 27 października, 11:00'],
    ['2026-12-31T23:00:00Z', 'piątek, 1 stycznia, 0:00'],
  ])('the instant %s is %s in Poland', async (instant, words) => {
    await moveTo(zone);
    expect(momentInWords(instant)).toBe(words);
    expect(momentInWords(Date.parse(instant))).toBe(words);
    await moveTo('');
  });
});

test.each([
  ['2026-12-01T02:00:00Z', 'dziś~3:00'],
  ['2026-11-30T23:00:00Z', 'dziś~0:00'],
  ['2026-12-01T09:30:00Z', 'dziś~10:30'],
  ['2026-11-30T22:59:00Z', 'wczoraj~23:59'],
  ['2026-11-29T23:00:00Z', 'wczoraj~0:00'],
  ['2026-11-29T09:05:00Z', 'niedziela~10:05'],
  ['2026-11-25T09:05:00Z', 'środa~10:05'],
  ['2026-11-24T09:05:00Z', '24~listopada'],
  ['2025-12-01T09:05:00Z', '1~grudnia 2025'],
])('%s is told on 1 December 2026 as %s', (instant, words) => {
  expect(shown(pastInWords(instant, Date.parse('2026-12-01T09:00:00Z')))).toBe(words);
});

describe('typography', () => {
  test.each([
    ['W zakładce i panelu', 'W~zakładce i~panelu'],
    ['Nadal można zgłosić lukę', 'Nadal można zgłosić lukę'],
    ['w ciągu 72 godzin', 'w~ciągu 72~godzin'],
    ['(z panelu) „o sklepie”', '(z~panelu) „o~sklepie”'],
    ['od 200 zł do 300 zł', 'od 200~zł do 300~zł'],
    ['1 2 3', '1 2 3'],
    ['psy i koty', 'psy i~koty'],
  ])('%s', (typed, bound) => {
    expect(shown(bind(typed))).toBe(bound);
  });

  // The space after the first short word is used up when the second is looked for.
  test('two short words in a row are both bound', () => {
    expect(shown(bind('Napisz i w panelu'))).toBe('Napisz i~w~panelu');
  });

  test('is done once: a second time changes nothing', () => {
    const once = bind('Nr i adres w ciągu 72 godzin');
    expect(bind(once)).toBe(once);
  });
});

describe('a failure', () => {
  test.each(Object.keys(PROBLEMS))('%s becomes whole sentences', (code) => {
    expect(failureInWords(code)).toMatch(/^\p{Lu}[^.]+\. \p{Lu}[^.]+\.$/u);
  });

  test('that this build does not know has words too', () => {
    expect(failureInWords('moon-phase')).toMatch(/^\p{Lu}[^.]+\. \p{Lu}[^.]+\.$/u);
  });

  test.each([
    ['shop-unrecognised', 'unrecognised'],
    ['support-expired', 'support-expired'],
    ['not-bought-directly', 'not-bought-directly'],
  ])('%s says what the status line says', (code, state) => {
    expect(failureInWords(code)).toContain(bind(label(supportStates, state, 'no words')));
  });
});

test('the topics offered before the service has sent its own are called as the service calls them', () => {
  expect(TOPIC_LABELS.pl).toMatchObject(firstTopics);
  expect(TOPIC_LABELS.en).toMatchObject(englishTopics);
});

test('every state of a shop but the usual one has words', () => {
  expect(Object.keys(supportStates).toSorted()).toEqual(
    [...SUPPORT_STATES.filter((state) => state !== 'active'), 'later', 'support-expired'].toSorted(),
  );
});
