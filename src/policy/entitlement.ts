import type { SupportState } from '../contract/lists.ts';

/** One licence of the registry and its support. */
export interface Licence {
  /** the day the licence was bought; support runs from it (R2) */
  purchasedOn: Temporal.PlainDate;
  /** months of support that came with the edition bought (R2: 3 or 6); data of each licence, never derived */
  supportMonths: number;
  /** false when a reseller sold it: the reseller gives help then (R3) */
  boughtDirectly: boolean;
  /** extension packages bought later (R4), in any order */
  packages: readonly ExtensionPackage[];
}

/** Months of support bought after the licence (R4). */
export interface ExtensionPackage {
  purchasedOn: Temporal.PlainDate;
  months: number;
}

/** The support of a shop. `daysLeft` counts today: 1 on the last day, 0 after it. */
export type Support =
  | { state: Covered; lastDay: Temporal.PlainDate; daysLeft: number }
  | { state: Exclude<SupportState, Covered>; lastDay: null; daysLeft: null };

/** The states of a shop whose support has a last day. */
type Covered = Extract<SupportState, 'active' | 'expired'>;

/** The status of every pair of number and address that names no registered shop. */
export const UNRECOGNISED: Support = { state: 'unrecognised', lastDay: null, daysLeft: null };

/**
 * Whether a licence has support on a day, and until when (R1–R4). A package dated later than that day is not bought yet.
 * @param today the day in Warsaw
 */
export function entitlement(licence: Licence, today: Temporal.PlainDate): Support {
  if (!licence.boughtDirectly) return { state: 'not-bought-directly', lastDay: null, daysLeft: null };
  const bought = licence.packages.filter(({ purchasedOn }) => Temporal.PlainDate.compare(purchasedOn, today) <= 0);
  const lastDay = lastDayOfSupport({ ...licence, packages: bought });
  const daysLeft = Math.max(0, today.until(lastDay).days + 1);
  return { state: daysLeft > 0 ? 'active' : 'expired', lastDay, daysLeft };
}

/** What one purchase covers: the licence's own months, or a package's. */
export interface Coverage {
  purchasedOn: Temporal.PlainDate;
  /** months of this purchase alone */
  months: number;
  /** its first and its last day; both are covered in full */
  from: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  /** from which day, and how many months in all, the last day is counted */
  counted: { start: Temporal.PlainDate; months: number };
}

/**
 * What each purchase covers, the licence's own first, then the packages as they were bought (R2, R4).
 *
 * A package starts on the day after the last covered day, or on its own purchase day, whichever is later. Months that
 * follow one another without a gap count from the start of their chain, so that a month's end that was cut short (30.11
 * + 3 = 28.02) costs no day when the chain goes on (+ 6 = 30.05, not 28.05).
 */
export function coverageOf(licence: Licence): [Coverage, ...Coverage[]] {
  const { purchasedOn, supportMonths: months } = licence;
  const base = { start: purchasedOn, months };
  const covered: [Coverage, ...Coverage[]] = [
    { purchasedOn, months, from: purchasedOn, lastDay: lastDayOfTerm(base), counted: base },
  ];
  let last = covered[0];
  for (const bought of licence.packages.toSorted((a, b) => Temporal.PlainDate.compare(a.purchasedOn, b.purchasedOn))) {
    const isLater = Temporal.PlainDate.compare(bought.purchasedOn, last.lastDay) > 0;
    const counted = isLater
      ? { start: bought.purchasedOn, months: bought.months }
      : { start: last.counted.start, months: last.counted.months + bought.months };
    const from = isLater ? bought.purchasedOn : last.lastDay.add({ days: 1 });
    last = { ...bought, from, lastDay: lastDayOfTerm(counted), counted };
    covered.push(last);
  }
  return covered;
}

/** The last day that support covers; it counts in full (R2, R4). */
function lastDayOfSupport(licence: Licence): Temporal.PlainDate {
  const covered = coverageOf(licence);
  return (covered.at(-1) ?? covered[0]).lastDay;
}

/** Civil Code art. 112: a term in months ends with the day of the same date, or with the month's last day. */
function lastDayOfTerm(term: { start: Temporal.PlainDate; months: number }): Temporal.PlainDate {
  return term.start.add({ months: term.months }, { overflow: 'constrain' });
}
