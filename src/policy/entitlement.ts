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

/**
 * The support of a shop. `daysLeft` counts today: 1 on the last day, 0 after it, and before the purchase, when there is no
 * last day to tell yet, but the day of the purchase, when it begins.
 */
export type Support =
  | { state: 'active'; lastDay: Temporal.PlainDate; daysLeft: number }
  | { state: 'expired'; lastDay: Temporal.PlainDate; daysLeft: 0 }
  | { state: 'expired'; lastDay: null; firstDay: Temporal.PlainDate; daysLeft: 0 }
  | { state: Exclude<SupportState, 'active' | 'expired'>; lastDay: null; daysLeft: null };

/** The status of every pair of number and address that names no registered shop. */
export const UNRECOGNISED: Support = { state: 'unrecognised', lastDay: null, daysLeft: null };

/**
 * Whether a licence has support on a day, and until when (R1–R4). A licence or a package dated later than that day is not
 * bought yet: what is to begin is not active.
 * @param today the day in Warsaw
 */
export function entitlement(licence: Licence, today: Temporal.PlainDate): Support {
  if (!licence.boughtDirectly) return { state: 'not-bought-directly', lastDay: null, daysLeft: null };
  const isBought = (purchasedOn: Temporal.PlainDate) => Temporal.PlainDate.compare(purchasedOn, today) <= 0;
  if (!isBought(licence.purchasedOn)) {
    return { state: 'expired', lastDay: null, firstDay: licence.purchasedOn, daysLeft: 0 };
  }
  const packages = licence.packages.filter(({ purchasedOn }) => isBought(purchasedOn));
  const lastDay = lastDayOfSupport({ ...licence, packages });
  const daysLeft = today.until(lastDay).days + 1;
  return daysLeft > 0 ? { state: 'active', lastDay, daysLeft } : { state: 'expired', lastDay, daysLeft: 0 };
}

/** The support of a shop as the API says it: days as `2027-03-14`. */
export interface SupportInText {
  state: SupportState;
  lastDay: string | null;
  daysLeft: number | null;
  /** the day on which it begins; only before that day */
  firstDay?: string;
}

/** The support of a shop as the API says it. */
export function supportInText(support: Support): SupportInText {
  const { state, lastDay, daysLeft } = support;
  const begins = 'firstDay' in support && { firstDay: support.firstDay.toString() };
  return { state, lastDay: lastDay?.toString() ?? null, daysLeft, ...begins };
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
