import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, instantsOf, periodBefore, reportPeriod, stepsOf } from '../../src/policy/report-period.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-11-22');
const inWords = (period: ReturnType<typeof reportPeriod>) =>
  typeof period === 'string' ? period : `${period.from} ${period.to}`;

describe('a period', () => {
  test.each([
    ['nothing is said', {}, '2026-10-24 2026-11-22'],
    ['only the last day is said', { to: day('2026-03-01') }, '2026-01-31 2026-03-01'],
    ['only the first day is said', { from: day('2026-11-22') }, '2026-11-22 2026-11-22'],
    ['both are said', { from: day('2024-01-01'), to: day('2024-12-31') }, '2024-01-01 2024-12-31'],
    ['it would be longer than a leap year', { from: day('2024-01-01'), to: day('2025-01-01') }, 'too-long'],
    ['the last day comes before the first', { from: day('2026-11-23') }, 'backwards'],
  ])('when %s', (_, asked, expected) => {
    expect(inWords(reportPeriod(asked, TODAY))).toBe(expected);
  });

  test('lasts from midnight to midnight in Warsaw, whatever the clocks do', () => {
    const { start, end } = instantsOf({ from: day('2026-10-25'), to: day('2026-10-25') });
    expect([start, end].map(String)).toEqual(['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']);
  });
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 365 }))
  .map(([first, more]) => ({
    from: day('2020-01-01').add({ days: first }),
    to: day('2020-01-01').add({ days: first + more }),
  }));

test('the period before is as long and ends the day before', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const before = periodBefore(period);
      expect(daysOf(before)).toBe(daysOf(period));
      expect(before.to.add({ days: 1 }).equals(period.from)).toBe(true);
      expect(instantsOf(before).end.equals(instantsOf(period).start)).toBe(true);
    }),
  );
});

test('up to 45 days are drawn day by day, longer periods week by week, cut where they begin and end', () => {
  const from = day('2026-10-08'); // a Thursday
  const days = stepsOf({ from, to: from.add({ days: 44 }) });
  expect(days).toMatchObject({ step: 'day' });
  expect(days.steps.map(inWords)).toEqual(
    Array.from({ length: 45 }, (_, more) => `${from.add({ days: more })} ${from.add({ days: more })}`),
  );
  const weeks = stepsOf({ from, to: from.add({ days: 45 }) });
  expect(weeks).toMatchObject({ step: 'week' });
  expect(weeks.steps.map(inWords)).toEqual([
    '2026-10-08 2026-10-11',
    '2026-10-12 2026-10-18',
    '2026-10-19 2026-10-25',
    '2026-10-26 2026-11-01',
    '2026-11-02 2026-11-08',
    '2026-11-09 2026-11-15',
    '2026-11-16 2026-11-22',
  ]);
});

test('steps make up the period without a gap, and every week but the first begins on Monday', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const { step, steps } = stepsOf(period);
      expect(steps.reduce((sum, part) => sum + daysOf(part), 0)).toBe(daysOf(period));
      expect([steps[0]?.from.toString(), steps.at(-1)?.to.toString()]).toEqual([`${period.from}`, `${period.to}`]);
      if (step === 'week') expect(steps.slice(1).every(({ from }) => from.dayOfWeek === 1)).toBe(true);
      expect(steps.length).toBeLessThanOrEqual(54);
    }),
  );
});
