import { expect, test } from 'vitest';
import * as en from '../../../../widget/words/en/advice.ts';
import * as pl from '../../../../widget/words/pl/advice.ts';
import { stopClock } from '../../../support/widget-models.ts';
import { aReceipt } from '../../../support/widget-nouns.ts';

const closedUntil = (nextOpening: string | null) => ({ openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening });

test.each([
  ['2026-11-22T15:00:00Z', 'Otwieramy dziś o 16:00.', 'It opens today at 16:00.'],
  ['2026-11-23T07:00:00Z', 'Otwieramy w poniedziałek o 8:00.', 'It opens on Monday at 08:00.'],
  ['2026-11-24T07:00:00Z', 'Otwieramy we wtorek o 8:00.', 'It opens on Tuesday at 08:00.'],
  ['2026-11-25T07:00:00Z', 'Otwieramy w środę o 8:00.', 'It opens on Wednesday at 08:00.'],
  ['2026-11-28T08:00:00Z', 'Otwieramy w sobotę o 9:00.', 'It opens on Saturday at 09:00.'],
])('closed until %s: %s', (instant, polish, english) => {
  stopClock();
  expect(pl.closedInWords(closedUntil(instant))).toBe(`Biuro jest teraz zamknięte. ${polish}`);
  expect(en.closedInWords(closedUntil(instant))).toBe(`The office is closed now. ${english}`);
});

test('closed for nobody knows how long', () => {
  expect(pl.closedInWords(closedUntil(null))).toBe('Biuro jest teraz zamknięte. ');
});

test.each([
  ['2026-11-22T09:42:00Z', 'dziś o 10:42', 'today at 10:42'],
  ['2026-11-19T23:30:00Z', '20 listopada o 0:30', 'on 20 November at 00:30'],
])('a similar ticket of %s was sent %s', (receivedAt, polish, english) => {
  stopClock();
  expect(pl.appendInWords(aReceipt({ receivedAt }))).toContain(`wysłano ${polish} (nr\u00a01000015).`);
  expect(en.appendInWords(aReceipt({ receivedAt }))).toContain(`was sent ${english} (no.\u00a01000015).`);
});

test('both languages have words for the same', () => {
  expect(Object.keys(en.adviceWords)).toEqual(Object.keys(pl.adviceWords));
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(pl).toSorted());
});
