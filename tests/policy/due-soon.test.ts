import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WARSAW } from '../../src/contract/warsaw.ts';
import { dueSoonFrom, dueSoonUntil } from '../../src/policy/due-soon.ts';
import { openTime, parseOpeningHours } from '../../src/policy/opening-hours.ts';

const OFFICE = parseOpeningHours('mon-fri 08:00-16:00') ?? [];
const instant = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(WARSAW).toInstant();
const warsaw = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO(WARSAW).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('due soon is what is due within', () => {
  test.each([
    ['twelve hours in the evening of a day of work', '2026-11-24T22:00', '2026-11-25T12:00'],
    ['four hours of the office in the morning, which twelve hours exceed', '2026-11-24T08:00', '2026-11-24T20:00'],
    ['four hours of the office, the rest of them tomorrow', '2026-11-24T14:00', '2026-11-25T10:00'],
    ['the weekend, from Friday noon on', '2026-11-27T12:00', '2026-11-30T08:00'],
    ['Monday morning, on Friday afternoon', '2026-11-27T15:00', '2026-11-30T11:00'],
    ['Monday noon, on a Sunday', '2026-11-22T10:00', '2026-11-23T12:00'],
    // Thursday the 24th, Christmas and a weekend: the office opens on Monday again.
    ['the days off of Christmas', '2026-12-23T13:00', '2026-12-28T09:00'],
    ['a weekend of 49 hours', '2026-10-23T12:00', '2026-10-26T08:00'],
  ])('%s', (_, now, until) => {
    expect(warsaw(dueSoonUntil(instant(now), OFFICE))).toBe(until);
  });

  test('twelve hours where the office has no hours', () => {
    expect(warsaw(dueSoonUntil(instant('2026-11-27T12:00'), []))).toBe('2026-11-28T00:00');
  });
});

test('what falls due before Monday morning is seen as such by people who work from 8 to 16', () => {
  for (const due of ['2026-11-28T17:00', '2026-11-29T09:00']) {
    expect(warsaw(dueSoonFrom(instant(due), OFFICE)), due).toBe('2026-11-27T12:00');
  }
});

test('for any hours and times the two bounds say the same, and what the office has left says so too', () => {
  const anyTime = fc
    .integer({ min: 0, max: 40 * 24 * 4 })
    .map((quarters) => instant('2026-12-10T00:00').add({ minutes: 15 * quarters }));
  const anyHours = fc.constantFrom(
    ...['mon-fri 08:00-16:00', 'mon-sat 09:00-11:30, mon 12:00-18:00', 'wed 10:00-12:00'],
  );
  const sameBounds = fc.property(anyTime, fc.integer({ min: -10, max: 72 * 4 }), anyHours, (now, quarters, text) => {
    const hours = parseOpeningHours(text) ?? [];
    const due = now.add({ minutes: 15 * quarters });
    const isSoon = Temporal.Instant.compare(due, dueSoonUntil(now, hours)) <= 0;
    expect(Temporal.Instant.compare(dueSoonFrom(due, hours), now) <= 0).toBe(isSoon);
    const left = quarters <= 0 ? 0 : openTime(hours, now, due).total('hours');
    expect(isSoon).toBe(quarters <= 48 || left <= 4);
  });
  fc.assert(sameBounds, { numRuns: 400 });
});
