import { DUE_SOON_HOURS } from '../contract/desk/read-queue.ts';
import { type Channel, SECTIONS, type Section } from '../contract/lists.ts';
import { answerBy } from './promise.ts';

/** E-mail has no promise (R8). To order the queue it counts as due this many hours after it came. */
export const EMAIL_ORDER_HOURS = 7 * 24;

/**
 * The order of channels within the last section (R6: the panel first). An outage that an agent has lowered waits with
 * the panel's tickets.
 */
export const CHANNEL_RANK: Record<Channel, number> = { panel: 0, phone: 0, form: 1, email: 2 };

/**
 * What decides the place of a ticket in the queue. Fixed while the ticket waits; only time moves it, from `queue` to
 * `due-soon`, and an agent.
 */
export interface QueuePlace {
  outage: boolean;
  /** whether the sender is the shop, by `isProven` */
  proven: boolean;
  channelRank: number;
  waitingSince: Temporal.Instant;
  dueAt: Temporal.Instant;
  number: string;
}

/** Whether a ticket is an outage: at least one outage fact, or a phone call (R10). */
export function isOutage(channel: Channel, facts: readonly string[]): boolean {
  return channel === 'phone' || facts.length > 0;
}

/** When a ticket counts as due in the queue: its promise, or for e-mail a time used for the order only. */
export function orderedDueAt(channel: Channel, receivedAt: Temporal.Instant): Temporal.Instant {
  return answerBy(channel, receivedAt) ?? receivedAt.add({ hours: EMAIL_ORDER_HOURS });
}

/** Tickets due at or before this instant are in `due-soon`, later ones in `queue`. */
export function dueSoonUntil(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: DUE_SOON_HOURS });
}

/** The section of a ticket at an instant. */
export function sectionOf(place: QueuePlace, now: Temporal.Instant): Section {
  return sectionUntil(place, dueSoonUntil(now));
}

function sectionUntil(place: QueuePlace, soonUntil: Temporal.Instant): Section {
  if (place.outage) return 'outages';
  return Temporal.Instant.compare(place.dueAt, soonUntil) <= 0 ? 'due-soon' : 'queue';
}

/**
 * The order of tickets as the desk shows them at `now`, before unproven outages are folded: the model that the store's
 * range queries must equal.
 */
export function queueOrder(now: Temporal.Instant): (a: QueuePlace, b: QueuePlace) => number {
  const soonUntil = dueSoonUntil(now);
  return (a, b) => {
    const section = sectionUntil(a, soonUntil);
    const between = SECTIONS.indexOf(section) - SECTIONS.indexOf(sectionUntil(b, soonUntil));
    if (between !== 0) return between;
    if (section === 'outages') {
      const proof = Number(b.proven) - Number(a.proven);
      return proof || Temporal.Instant.compare(a.waitingSince, b.waitingSince) || byNumber(a, b);
    }
    if (section === 'due-soon') return Temporal.Instant.compare(a.dueAt, b.dueAt) || byNumber(a, b);
    return a.channelRank - b.channelRank || Temporal.Instant.compare(a.dueAt, b.dueAt) || byNumber(a, b);
  };
}

function byNumber(a: QueuePlace, b: QueuePlace): number {
  return Number(a.number) - Number(b.number);
}
