import { describe, expect, test } from 'vitest';
import { FOLLOW_UP_DAYS } from '../../src/contract/office-time.ts';
import { followUpAt, followUpFate } from '../../src/policy/follow-up.ts';
import { officeStretches, parseOpeningHours } from '../../src/policy/opening-hours.ts';

const HOURS = parseOpeningHours('mon-fri 08:00-16:00') ?? [];
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Warsaw').toInstant();
const NOW = at('2026-11-30T10:00');

function moved(asked: string, hours = HOURS, now = NOW): string {
  const result = followUpAt(at(asked), hours, now);
  return typeof result === 'string'
    ? result
    : result.toZonedDateTimeISO('Europe/Warsaw').toPlainDateTime().toString({ smallestUnit: 'minute' });
}

describe('we write again when somebody is there to write', () => {
  test.each([
    ['in office hours', '2026-12-01T12:00', '2026-12-01T12:00'],
    ['at the opening', '2026-12-01T08:00', '2026-12-01T08:00'],
    ['at the very closing', '2026-12-01T16:00', '2026-12-01T16:00'],
    ['after it', '2026-12-01T16:01', '2026-12-02T08:00'],
    ['at night', '2026-12-01T03:00', '2026-12-01T08:00'],
    ['at a weekend', '2026-12-05T12:00', '2026-12-07T08:00'],
    ['on days off', '2026-12-24T12:00', '2026-12-28T08:00'],
  ])('%s', (_, asked, expected) => expect(moved(asked)).toBe(expected));

  test('between two stretches of a day, in the second one', () => {
    const parts = parseOpeningHours('mon-fri 08:00-12:00, mon-fri 13:00-17:00') ?? [];
    expect(moved('2026-12-01T12:00', parts)).toBe('2026-12-01T12:00');
    expect(moved('2026-12-01T12:30', parts)).toBe('2026-12-01T13:00');
  });

  test('whenever it was said where no office has hours', () => {
    expect(moved('2026-12-05T03:00', [])).toBe('2026-12-05T03:00');
  });

  test('never in the past, and never beyond a quarter of a year', () => {
    expect(followUpAt(NOW, HOURS, NOW)).toBe('past');
    expect(followUpAt(NOW.add({ milliseconds: 1 }), HOURS, NOW)).toEqual(NOW.add({ milliseconds: 1 }));
    const last = NOW.add({ hours: 24 * FOLLOW_UP_DAYS });
    expect(followUpAt(last, HOURS, NOW)).not.toBe('too-far');
    expect(followUpAt(last.add({ milliseconds: 1 }), HOURS, NOW)).toBe('too-far');
  });
});

test('the hours of a day whose clocks change are those on the clocks', () => {
  const sunday = parseOpeningHours('sun 01:00-04:00') ?? [];
  const [stretch] = officeStretches(sunday, Temporal.PlainDate.from('2026-03-29'), 1);
  expect(stretch?.from.until(stretch.to).total('hours')).toBe(2);
});

describe('what became of a follow-up', () => {
  const due = at('2026-12-01T12:00');
  const before = due.subtract({ seconds: 1 });
  const after = due.add({ seconds: 1 });
  const fate = (end: { endedAt: Temporal.Instant | null; endedBy: 'answer' | 'move' | null }, now = after, nth = 1) =>
    followUpFate({ dueAt: due, nth, ...end }, now);

  test('it runs until its time, and is late from then on', () => {
    const open = { endedAt: null, endedBy: null };
    expect(fate(open, due)).toBe('running');
    expect(fate(open, after)).toBe('late');
  });

  test('a reply by that time keeps it', () => {
    expect(fate({ endedAt: due, endedBy: 'answer' })).toBe('kept');
    expect(fate({ endedAt: after, endedBy: 'answer' })).toBe('late');
  });

  test('ended before, without a reply, it is neither', () => {
    expect(fate({ endedAt: before, endedBy: 'move' })).toBe('void');
    expect(fate({ endedAt: after, endedBy: 'move' })).toBe('late');
  });

  test('the second one on a question is late whatever comes', () => {
    expect(fate({ endedAt: null, endedBy: null }, before, 2)).toBe('late');
    expect(fate({ endedAt: before, endedBy: 'answer' }, after, 2)).toBe('late');
  });
});
