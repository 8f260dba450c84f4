import { type Channel, SECTIONS, type Section } from '../contract/lists.ts';
import { WARSAW } from '../contract/warsaw.ts';
import { dueSoonUntil } from './due-soon.ts';
import type { OpeningHours } from './opening-hours.ts';
import { PROMISE_HOURS } from './promise.ts';

/** What has no promise counts as due this many hours after it came, to order it within its place; it is never late. */
export const UNPROMISED_ORDER_HOURS = 7 * 24;

/**
 * The places in the section `queue` (R6–R8): the panel; the form, calls that are no outage, and direct buyers whose support
 * is over and who want more of it; e-mail; what else came after the end of support, without a promise.
 */
export const QUEUE_RANK = {
  panel: 0,
  form: 1,
  phone: 1,
  renewal: 1,
  email: 2,
  'after-end': 3,
} as const satisfies Record<Channel | 'renewal' | 'after-end', number>;

/** Every rank, the first one first. */
export const QUEUE_RANKS: readonly number[] = [...new Set(Object.values(QUEUE_RANK))].toSorted();

/**
 * What decides the place of a ticket in the queue. Only time, a customer's word or an agent moves it.
 */
export interface QueuePlace {
  outage: boolean;
  /** whether the sender is the shop, by `isProven` */
  proven: boolean;
  /** of `QUEUE_RANK` */
  channelRank: number;
  /** whether a reply is promised; only then it may fall due */
  promised: boolean;
  /** since when the customer waits; null when nobody does */
  waitingSince: Temporal.Instant | null;
  dueAt: Temporal.Instant;
  /** by when we said that we write again; only of a ticket whose customer does not wait */
  followUpAt: Temporal.Instant | null;
  /** when a ticket whose customer does not wait comes back by itself */
  returnAt: Temporal.Instant | null;
  number: string;
}

/** Whether a ticket is an outage (R10): at least one fact of one, or an agent's tick. A call alone is none: anything is called about. */
export function isOutage(facts: readonly string[], isTicked = false): boolean {
  return isTicked || facts.length > 0;
}

/** When a ticket counts as due in the queue: its promise, or a time used for the order only. */
export function orderedDueAt(isPromised: boolean, waitingSince: Temporal.Instant): Temporal.Instant {
  return waitingSince.add({ hours: isPromised ? PROMISE_HOURS : UNPROMISED_ORDER_HOURS });
}

/** The instants between which the sections lie at one instant. */
export interface QueueBounds {
  now: Temporal.Instant;
  /** promises due at or before this instant are due soon */
  soonUntil: Temporal.Instant;
  /** what we said we write before this instant is for today */
  tomorrow: Temporal.Instant;
}

/** The bounds of the queue's sections at an instant, for an office with these hours. */
export function queueBounds(now: Temporal.Instant, hours: readonly OpeningHours[]): QueueBounds {
  return { now, soonUntil: dueSoonUntil(now, hours), tomorrow: startOfTomorrow(now) };
}

/** Midnight in Poland. */
function startOfTomorrow(now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(WARSAW).add({ days: 1 }).startOfDay().toInstant();
}

const isUpTo = (one: Temporal.Instant, bound: Temporal.Instant) => Temporal.Instant.compare(one, bound) <= 0;

/** The section of a ticket; null while it is in none. */
export function sectionOf(place: QueuePlace, { now, soonUntil, tomorrow }: QueueBounds): Section | null {
  if (!place.waitingSince) {
    const { followUpAt, returnAt } = place;
    if (returnAt === null) return null;
    const isForToday = followUpAt !== null && Temporal.Instant.compare(followUpAt, tomorrow) < 0;
    return isForToday || isUpTo(returnAt, now) ? 'promised' : null;
  }
  if (place.outage) return 'outages';
  return place.promised && isUpTo(place.dueAt, soonUntil) ? 'due-soon' : 'queue';
}

/**
 * The order of the tickets that stand in a section, as the desk shows them, before unproven outages are folded: the model
 * that the store's range queries must equal.
 */
export function queueOrder(bounds: QueueBounds): (a: QueuePlace, b: QueuePlace) => number {
  const placed = new Map<QueuePlace, number>();
  const sectionAt = (place: QueuePlace) => {
    const known = placed.get(place);
    if (known !== undefined) return known;
    const section = sectionOf(place, bounds);
    const at = section === null ? SECTIONS.length : SECTIONS.indexOf(section);
    placed.set(place, at);
    return at;
  };
  return (a, b) => {
    const section = sectionAt(a);
    const between = section - sectionAt(b);
    return between || within(SECTIONS[section], bounds, a, b) || Number(a.number) - Number(b.number);
  };
}

function within(section: Section | undefined, { now }: QueueBounds, a: QueuePlace, b: QueuePlace): number {
  switch (section) {
    case 'outages':
      return Number(b.proven) - Number(a.proven) || byTime(a.waitingSince, b.waitingSince);
    case 'due-soon': {
      const [isALate, isBLate] = [isUpTo(a.dueAt, now), isUpTo(b.dueAt, now)];
      const rank = isALate ? 0 : a.channelRank - b.channelRank;
      return Number(isBLate) - Number(isALate) || rank || byTime(a.dueAt, b.dueAt);
    }
    case 'promised':
      return byTime(a.returnAt, b.returnAt);
    default:
      return a.channelRank - b.channelRank || byTime(a.dueAt, b.dueAt);
  }
}

function byTime(a: Temporal.Instant | null, b: Temporal.Instant | null): number {
  return a && b ? Temporal.Instant.compare(a, b) : 0;
}
