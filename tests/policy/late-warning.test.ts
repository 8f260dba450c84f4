import { describe, expect, test } from 'vitest';
import { isWarningDue } from '../../src/policy/late-warning.ts';
import { openTime, parseOpeningHours } from '../../src/policy/opening-hours.ts';

const HOURS = parseOpeningHours('mon-fri 08:00-16:00') ?? [];
const at = (text: string) => Temporal.Instant.from(`${text}:00+01:00[Europe/Warsaw]`);

describe('a customer is warned two office hours before a promise ends', () => {
  test.each([
    ['on the same day', '2026-11-25T15:00', '2026-11-25T12:59', '2026-11-25T13:00'],
    ['over a night', '2026-11-26T09:00', '2026-11-25T14:59', '2026-11-25T15:00'],
    ['over a weekend', '2026-11-29T10:00', '2026-11-27T13:59', '2026-11-27T14:00'],
    ['over Christmas', '2026-12-27T10:00', '2026-12-23T13:59', '2026-12-23T14:00'],
  ])('%s', (_, answerBy, early, due) => {
    expect(isWarningDue(at(answerBy), HOURS, at(early))).toBe(false);
    expect(isWarningDue(at(answerBy), HOURS, at(due))).toBe(true);
  });

  test('and not once it is broken', () => {
    expect(isWarningDue(at('2026-11-25T15:00'), HOURS, at('2026-11-25T15:00'))).toBe(false);
  });

  test('without office hours two hours before', () => {
    expect(isWarningDue(at('2026-11-29T10:00'), [], at('2026-11-29T07:59'))).toBe(false);
    expect(isWarningDue(at('2026-11-29T10:00'), [], at('2026-11-29T08:00'))).toBe(true);
  });
});

test('the time that the office is open between two instants', () => {
  expect(openTime(HOURS, at('2026-11-27T15:00'), at('2026-11-30T09:30')).total('hours')).toBe(2.5);
  expect(openTime(HOURS, at('2026-11-28T00:00'), at('2026-11-29T23:00')).total('hours')).toBe(0);
});
