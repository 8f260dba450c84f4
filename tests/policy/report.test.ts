import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerTimes,
  byStep,
  byWeekdayAndHour,
  type CountedWaits,
  endOf,
  fateOf,
  percentile,
  percentOf,
} from '../../src/policy/report.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const DUE = at('2026-11-25T09:00:00Z');
const waiting = { dueAt: DUE, endedAt: null, endedBy: null };

describe('a promise', () => {
  test.each([
    ['answered at the very instant', { ...waiting, endedAt: DUE, endedBy: 'answer' as const }, 'kept'],
    [
      'answered a millisecond later',
      { ...waiting, endedAt: DUE.add({ milliseconds: 1 }), endedBy: 'answer' as const },
      'broken',
    ],
    ['moved to solved in time', { ...waiting, endedAt: DUE, endedBy: 'move' as const }, 'void'],
    [
      'moved to solved when it was late',
      { ...waiting, endedAt: DUE.add({ hours: 1 }), endedBy: 'move' as const },
      'broken',
    ],
    ['that nobody made: e-mail', { dueAt: null, endedAt: DUE.add({ hours: 900 }), endedBy: 'answer' as const }, 'none'],
  ])('%s', (_, wait, fate) => {
    expect(fateOf(wait, DUE.add({ hours: 1000 }))).toBe(fate);
  });

  test('that waits is running up to its instant, and broken from then on', () => {
    expect([DUE, DUE.add({ milliseconds: 1 })].map((now) => fateOf(waiting, now))).toEqual(['running', 'broken']);
    expect(endOf(waiting)).toBe('open');
  });
});

const anyCounted = fc.array(fc.record({ value: fc.nat(50), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 30 });

describe('a percentile', () => {
  test('is the least value that so many in a hundred are not above', () => {
    fc.assert(
      fc.property(anyCounted, fc.integer({ min: 1, max: 100 }), (counted, percent) => {
        const all = counted.flatMap(({ value, count }) => Array<number>(count).fill(value));
        const enough = (value: number) => all.filter((other) => other <= value).length * 100 >= percent * all.length;
        expect(percentile(counted, percent)).toBe(all.length === 0 ? null : Math.min(...all.filter(enough)));
      }),
    );
  });

  test('by nearest rank: never a mean of two', () => {
    const four = [15, 20, 35, 40].map((value) => ({ value, count: 1 }));
    expect([50, 51, 75, 90, 100].map((percent) => percentile(four, percent))).toEqual([20, 35, 35, 40, 40]);
    expect(percentile([], 50)).toBeNull();
  });
});

test('a hundred percent is said of all only', () => {
  expect([percentOf(1999, 2000), percentOf(1, 3), percentOf(0, 5), percentOf(5, 5), percentOf(0, 0)]).toEqual([
    99.9,
    33.3,
    0,
    100,
    null,
  ]);
});

test('a share is rounded to the nearest, as the shares in its table are', () => {
  expect([percentOf(2, 11), percentOf(2, 3)]).toEqual([18.2, 66.7]);
});

const anyWait = fc
  .record({
    due: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    ended: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
    by: fc.constantFrom('answer' as const, 'move' as const),
  })
  .map(({ due, ended, by }) => ({ due, ended, by: ended === null ? null : by }));

test('sums of waits are those of each wait by itself', () => {
  const start = at('2026-11-01T00:00:00Z');
  const after = (minutes: number | null) => (minutes === null ? null : start.add({ minutes }));
  fc.assert(
    fc.property(fc.array(anyWait, { maxLength: 40 }), fc.integer({ min: 0, max: 200 }), (all, now) => {
      // What has ended by now has; the rest waits still.
      const waits = all.map((wait) =>
        wait.ended !== null && wait.ended > now ? { ...wait, ended: null, by: null } : wait,
      );
      const counted = waits.map(({ due, ended, by }): CountedWaits => {
        const wait = { dueAt: after(due), endedAt: after(ended), endedBy: by };
        const minutes = by === 'answer' ? ended : null;
        return {
          channel: 'form',
          end: endOf(wait),
          fate: fateOf(wait, start.add({ minutes: now })),
          minutes,
          count: 1,
        };
      });
      const answers = waits
        .filter(({ by }) => by === 'answer')
        .map(({ ended }) => Number(ended))
        .toSorted((a, b) => a - b);
      const isLate = ({ due, ended }: (typeof waits)[number]) => due !== null && (ended ?? now) > due;
      const kept = waits.filter((wait) => wait.by === 'answer' && wait.due !== null && !isLate(wait)).length;
      const broken = waits.filter(isLate).length;
      expect(answerTimes(counted)).toEqual({
        waits: waits.length,
        answered: answers.length,
        moved: waits.filter(({ by }) => by === 'move').length,
        inProgress: waits.filter((wait) => wait.ended === null && !isLate(wait)).length,
        kept,
        broken,
        keptPercent: kept + broken === 0 ? null : Math.round((1000 * kept) / (kept + broken)) / 10,
        medianMinutes: answers[Math.ceil(answers.length / 2) - 1] ?? null,
        p90Minutes: answers[Math.ceil(answers.length * 0.9) - 1] ?? null,
      });
    }),
  );
});

describe('hours', () => {
  test('are those on a clock in Warsaw, also when it is set back or forward', () => {
    const load = byWeekdayAndHour([
      { hour: '2026-10-25T00', count: 1 }, // Sunday, 2 o'clock
      { hour: '2026-10-25T01', count: 2 }, // once more
      { hour: '2026-10-25T02', count: 4 }, // 3 o'clock
      { hour: '2026-03-29T00', count: 8 }, // 1 o'clock
      { hour: '2026-03-29T01', count: 16 }, // 3 o'clock: there was no second
      { hour: '2026-11-22T23', count: 32 }, // Monday already
    ]);
    expect(load[6]?.slice(0, 4)).toEqual([0, 8, 3, 20]);
    expect(load[0]?.[0]).toBe(32);
    expect(load.flat().reduce((sum, count) => sum + count, 0)).toBe(63);
  });

  test('make up the days and weeks of a period, cut where it begins and ends', () => {
    const hours = [
      { hour: '2026-10-24T22', count: 1 }, // the first hour of the 25th
      { hour: '2026-10-25T22', count: 2 }, // its last: it has 25
      { hour: '2026-10-25T23', count: 4 }, // the 26th
    ];
    const days = byStep(hours, { from: day('2026-10-25'), to: day('2026-10-26') });
    expect(days.steps.map(({ count }) => count)).toEqual([3, 4]);
    const weeks = byStep(hours, { from: day('2026-10-22'), to: day('2026-12-10') });
    expect(weeks.step).toBe('week');
    expect(weeks.steps.map(({ from, to, count }) => `${from} ${to} ${count}`).slice(0, 3)).toEqual([
      '2026-10-22 2026-10-25 3',
      '2026-10-26 2026-11-01 4',
      '2026-11-02 2026-11-08 0',
    ]);
    expect(weeks.steps.at(-1)?.to.toString()).toBe('2026-12-10');
  });
});
