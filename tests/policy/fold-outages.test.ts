import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldOutages } from '../../src/policy/fold-outages.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

/** Rows of outages of shops, each begun so many minutes after the first. */
const fold = (...outages: [shopId: number, minutes: number][]) =>
  foldOutages(outages.map(([shopId, minutes]) => ({ shopId, minutes, waitingSince: NOW.add({ minutes }) }))).map(
    (row) => row.map(({ shopId, minutes }) => `${shopId}:${minutes}`),
  );

test('two outages of a shop stand alone, and from the third within an hour on they are one row', () => {
  expect(fold([1, 0], [1, 1])).toEqual([['1:0'], ['1:1']]);
  expect(fold([1, 0], [1, 1], [1, 2], [1, 3])).toEqual([['1:0'], ['1:1'], ['1:2', '1:3']]);
});

test('the third within exactly an hour of the first stands alone', () => {
  expect(fold([1, 0], [1, 30], [1, 60])).toEqual([['1:0'], ['1:30'], ['1:60']]);
  // It begins no row of many: the next within an hour is the first of one.
  expect(fold([1, 0], [1, 30], [1, 60], [1, 61])).toEqual([['1:0'], ['1:30'], ['1:60'], ['1:61']]);
  expect(fold([1, 0], [1, 30], [1, 59], [1, 60])).toEqual([['1:0'], ['1:30'], ['1:59', '1:60']]);
});

test('the outage of another shop keeps its place between them', () => {
  expect(fold([1, 0], [1, 1], [1, 2], [2, 3], [1, 4])).toEqual([['1:0'], ['1:1'], ['1:2', '1:4'], ['2:3']]);
});

test('a second flood of the same shop adds no second row of many', () => {
  expect(fold([1, 0], [1, 1], [1, 2], [1, 600], [1, 601], [1, 602])).toEqual([
    ['1:0'],
    ['1:1'],
    ['1:2', '1:602'],
    ['1:600'],
    ['1:601'],
  ]);
});

const anyOutages = fc
  .array(fc.record({ shopId: fc.integer({ min: 1, max: 4 }), minutes: fc.integer({ min: 0, max: 400 }) }), {
    maxLength: 80,
  })
  .map((all) =>
    all
      .toSorted((a, b) => a.minutes - b.minutes)
      .map(({ shopId, minutes }, index) => ({ shopId, index, waitingSince: NOW.add({ minutes }) })),
  );

test('no outage is lost or doubled, and rows keep the order of their first tickets', () => {
  fc.assert(
    fc.property(anyOutages, (outages) => {
      const rows = foldOutages(outages);
      expect(rows.flat().toSorted((a, b) => a.index - b.index)).toEqual(outages);
      const firsts = rows.map(([first]) => first?.index ?? -1);
      expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    }),
  );
});

test('in any hour a shop takes at most two rows and one of many, which is its only one', () => {
  fc.assert(
    fc.property(anyOutages, (outages) => {
      const rows = foldOutages(outages);
      for (const { shopId, waitingSince } of outages) {
        const ofShop = rows.filter(([first]) => first?.shopId === shopId);
        expect(ofShop.filter(({ length }) => length > 1).length).toBeLessThanOrEqual(1);
        const alone = ofShop.filter(([first, second]) => {
          if (!first || second) return false;
          const after = waitingSince.until(first.waitingSince).total('minutes');
          return after >= 0 && after < 60;
        });
        expect(alone.length).toBeLessThanOrEqual(3);
      }
    }),
  );
});

test('a row holds outages of one shop', () => {
  fc.assert(
    fc.property(anyOutages, (outages) =>
      foldOutages(outages).every((row) => new Set(row.map(({ shopId }) => shopId)).size === 1),
    ),
  );
});
