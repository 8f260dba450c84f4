import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, entitlement, type Licence } from '../../src/policy/entitlement.ts';
import { dayInWarsaw } from '../../src/policy/warsaw.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function licence(purchasedOn: string, supportMonths: number, packages: [string, number][] = []): Licence {
  return {
    purchasedOn: day(purchasedOn),
    supportMonths,
    boughtDirectly: true,
    packages: packages.map(([bought, months]) => ({ purchasedOn: day(bought), months })),
  };
}

/** A day on which everything was bought already. */
const LONG_AFTER = day('2060-01-01');

function lastDay(bought: Licence): string | undefined {
  return entitlement(bought, LONG_AFTER).lastDay?.toString();
}

describe('a term in months ends with the day of the same date, or the last of the month (R2, art. 112)', () => {
  test.each([
    ['2026-01-31', '2026-04-30', '2026-07-31'],
    ['2025-11-30', '2026-02-28', '2026-05-30'],
    ['2025-08-31', '2025-11-30', '2026-02-28'],
    ['2027-11-29', '2028-02-29', '2028-05-29'],
    ['2028-02-29', '2028-05-29', '2028-08-29'],
    ['2025-12-24', '2026-03-24', '2026-06-24'],
  ])('bought %s: 3 months to %s, 6 months to %s', (bought, three, six) => {
    expect(lastDay(licence(bought, 3))).toBe(three);
    expect(lastDay(licence(bought, 6))).toBe(six);
  });
});

describe('days left count today', () => {
  const bought = licence('2026-09-14', 6);
  test.each([
    ['2026-11-22', 'active', 113],
    ['2027-03-13', 'active', 2],
    ['2027-03-14', 'active', 1],
    ['2027-03-15', 'expired', 0],
    ['2030-01-01', 'expired', 0],
  ])('on %s: %s, %i', (today, state, daysLeft) => {
    expect(entitlement(bought, day(today))).toMatchObject({ state, daysLeft });
  });

  test('the last day ends at midnight in Warsaw, not in London', () => {
    const lastMinute = Temporal.Instant.from('2027-03-14T22:59:59Z');
    expect(entitlement(bought, dayInWarsaw(lastMinute)).state).toBe('active');
    expect(entitlement(bought, dayInWarsaw(lastMinute.add({ seconds: 1 }))).state).toBe('expired');
  });
});

describe('extension packages (R4)', () => {
  test('bought while support runs: it starts after the last covered day', () => {
    expect(lastDay(licence('2026-09-14', 6, [['2026-11-01', 3]]))).toBe('2027-06-14');
  });
  test('bought on the last day of a short month: months still count from the start of the chain', () => {
    expect(lastDay(licence('2026-01-31', 3, [['2026-04-30', 3]]))).toBe('2026-07-31');
  });
  test('bought on the last day: still without a gap', () => {
    expect(lastDay(licence('2026-09-14', 3, [['2026-12-14', 3]]))).toBe('2027-03-14');
  });
  test('bought on the day after: it starts that day', () => {
    expect(lastDay(licence('2026-09-14', 3, [['2026-12-15', 3]]))).toBe('2027-03-15');
  });
  test('bought after a gap: it starts on its purchase day', () => {
    expect(lastDay(licence('2025-08-31', 6, [['2026-11-20', 3]]))).toBe('2027-02-20');
  });
  test('consecutive months count from the start of their chain', () => {
    expect(lastDay(licence('2025-11-30', 3, [['2026-01-10', 3]]))).toBe('2026-05-30');
  });
  test('dated tomorrow: it does not help today', () => {
    const bought = licence('2025-08-31', 6, [['2026-11-23', 3]]);
    expect(entitlement(bought, day('2026-11-22'))).toMatchObject({ state: 'expired', daysLeft: 0 });
    expect(entitlement(bought, day('2026-11-23'))).toMatchObject({ state: 'active' });
  });
  test('the order in which packages were entered does not matter', () => {
    const forth = licence('2025-08-31', 6, [
      ['2026-01-01', 3],
      ['2026-11-20', 3],
    ]);
    const back = { ...forth, packages: forth.packages.toReversed() };
    expect(lastDay(back)).toBe(lastDay(forth));
  });
});

test('bought elsewhere: no support of ours, whatever else is true (R3)', () => {
  const resold = { ...licence('2026-09-01', 6, [['2026-10-01', 6]]), boughtDirectly: false };
  expect(entitlement(resold, day('2026-11-22'))).toEqual({
    state: 'not-bought-directly',
    lastDay: null,
    daysLeft: null,
  });
});

describe('for any licence', () => {
  const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => day('2024-01-01').add({ days }));
  const anyLicence = fc.record({
    purchasedOn: anyDay,
    supportMonths: fc.constantFrom(3, 6),
    boughtDirectly: fc.constant(true),
    packages: fc.array(fc.record({ purchasedOn: anyDay, months: fc.integer({ min: 1, max: 24 }) }), { maxLength: 5 }),
  });

  test('another package never takes a day away', () => {
    fc.assert(
      fc.property(anyLicence, anyDay, fc.integer({ min: 1, max: 24 }), (bought, purchasedOn, months) => {
        const before = entitlement(bought, LONG_AFTER).lastDay as Temporal.PlainDate;
        const more = { ...bought, packages: [...bought.packages, { purchasedOn, months }] };
        const after = entitlement(more, LONG_AFTER).lastDay as Temporal.PlainDate;
        return Temporal.PlainDate.compare(after, before) >= 0;
      }),
    );
  });

  test('active exactly until the last day, and days left fall by one a day', () => {
    fc.assert(
      fc.property(anyLicence, (bought) => {
        const last = entitlement(bought, LONG_AFTER).lastDay as Temporal.PlainDate;
        expect(entitlement(bought, last)).toMatchObject({ state: 'active', daysLeft: 1 });
        const tenDays = last.subtract({ days: 9 });
        const isBought = bought.packages.every((p) => Temporal.PlainDate.compare(p.purchasedOn, tenDays) <= 0);
        if (isBought) expect(entitlement(bought, tenDays)).toMatchObject({ state: 'active', daysLeft: 10 });
        expect(entitlement(bought, last.add({ days: 1 }))).toMatchObject({ state: 'expired', daysLeft: 0 });
      }),
    );
  });
});

describe('what each purchase covers', () => {
  const days = (bought: Licence) => coverageOf(bought).map(({ from, lastDay: to }) => `${from} – ${to}`);

  test('in a chain each begins on the day after the one before, and is counted from the chain’s start', () => {
    const chain = licence('2025-11-30', 3, [['2026-02-10', 3]]);
    expect(days(chain)).toEqual(['2025-11-30 – 2026-02-28', '2026-03-01 – 2026-05-30']);
    expect(coverageOf(chain)[1]?.counted).toEqual({ start: day('2025-11-30'), months: 6 });
  });

  test('after a gap a package begins on its own day and a chain of its own', () => {
    expect(
      days(
        licence('2025-08-31', 6, [
          ['2026-11-20', 3],
          ['2026-11-21', 3],
        ]),
      ),
    ).toEqual(['2025-08-31 – 2026-02-28', '2026-11-20 – 2027-02-20', '2027-02-21 – 2027-05-20']);
  });

  test('the last of them ends where support ends', () => {
    const bought = fc.record({ months: fc.integer({ min: 1, max: 36 }), after: fc.integer({ min: 0, max: 2000 }) });
    fc.assert(
      fc.property(fc.array(bought, { maxLength: 6 }), (packages) => {
        const start = day('2026-01-31');
        const all = {
          ...licence('2026-01-31', 6),
          packages: packages.map(({ months, after }) => ({ months, purchasedOn: start.add({ days: after }) })),
        };
        expect(coverageOf(all).at(-1)?.lastDay.toString()).toBe(lastDay(all));
      }),
    );
  });
});
