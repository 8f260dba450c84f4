import { describe, expect, test } from 'vitest';
import { DUE_SOON_HOURS } from '../../src/contract/desk/read-queue.ts';
import type { Channel } from '../../src/contract/lists.ts';
import { PROMISE_HOURS } from '../../src/policy/promise.ts';
import {
  CHANNEL_RANK,
  EMAIL_ORDER_HOURS,
  isOutage,
  orderedDueAt,
  type QueuePlace,
  queueOrder,
  sectionOf,
} from '../../src/policy/queue.ts';
import { randomNumbers } from '../support/random-numbers.ts';

const START = Temporal.Instant.from('2026-11-02T09:00:00Z');

/** From so many hours after it came an e-mail is ordered by its due time alone. */
const SOON_AFTER_HOURS = EMAIL_ORDER_HOURS - DUE_SOON_HOURS;

/** A ticket of another channel that comes so many hours after an e-mail, or later, is due after it. */
const HEAD_START_HOURS = EMAIL_ORDER_HOURS - PROMISE_HOURS;

interface Arrival {
  hour: number;
  channel: Channel;
  facts?: readonly string[];
}

interface Simulated extends QueuePlace {
  cameHour: number;
  answeredHour: number | null;
  /** tickets that were neither outages nor answered before it when it became due soon */
  ahead: number | null;
  /** answers to tickets that are no outages from then until its own, its own included */
  answersUntilOwn: number;
}

/** Agents answer the top ticket, so many an hour, evenly; whatever comes is in the queue at once. */
function work(arrivals: readonly Arrival[], answersAnHour: number, hours: number): Simulated[] {
  const all: Simulated[] = arrivals.map(({ hour, channel, facts = [] }, index) => {
    const receivedAt = START.add({ seconds: Math.round(hour * 3600) });
    return {
      outage: isOutage(channel, facts),
      proven: false,
      channelRank: CHANNEL_RANK[channel],
      waitingSince: receivedAt,
      dueAt: orderedDueAt(channel, receivedAt),
      number: String(index + 1),
      cameHour: hour,
      answeredHour: null,
      ahead: null,
      answersUntilOwn: 0,
    };
  });
  let waiting: Simulated[] = [];
  let next = 0;
  for (let step = 1; step <= hours * answersAnHour; step++) {
    const hour = step / answersAnHour;
    const now = START.add({ seconds: Math.round(hour * 3600) });
    const inOrder = queueOrder(now);
    for (; next < all.length && (all[next] as Simulated).cameHour <= hour; next++) waiting.push(all[next] as Simulated);
    for (const ticket of waiting) {
      if (ticket.channelRank !== CHANNEL_RANK.email || ticket.ahead !== null || sectionOf(ticket, now) !== 'due-soon')
        continue;
      ticket.ahead = waiting.filter((other) => !other.outage && inOrder(other, ticket) < 0).length;
    }
    const [first, ...others] = waiting;
    if (!first) continue;
    const top = others.reduce((best, other) => (inOrder(other, best) < 0 ? other : best), first);
    top.answeredHour = hour;
    if (!top.outage) for (const ticket of waiting) if (ticket.ahead !== null) ticket.answersUntilOwn += 1;
    waiting = waiting.filter((other) => other !== top);
  }
  return all;
}

/** Tickets of a channel, one every so many hours. */
function every(hours: number, channel: Channel, until: number, from = 0): Arrival[] {
  return Array.from({ length: Math.floor((until - from) / hours) }, (_, index) => ({
    hour: from + index * hours,
    channel,
  }));
}

const inTime = (arrivals: Arrival[]) => arrivals.toSorted((a, b) => a.hour - b.hour);

describe('e-mail is last, and is answered all the same', () => {
  test('under a flood of the panel that never ends, it waits no longer than a panel ticket that came 96 hours later', () => {
    // Three tickets come for two answers: everybody waits longer and longer, e-mail no worse than the rest.
    const days = 35;
    const flood = inTime([...every(2 / 3, 'panel', days * 24), ...every(24, 'email', days * 24, 0.01)]);
    const tickets = work(flood, 1, days * 24);
    const answered = tickets.filter(({ answeredHour }) => answeredHour !== null);
    const emails = answered.filter(({ channelRank }) => channelRank === CHANNEL_RANK.email);
    expect(emails.length).toBeGreaterThan(10);
    for (const email of emails) {
      const later = answered.find(
        ({ channelRank, cameHour }) => channelRank === 0 && cameHour > email.cameHour + HEAD_START_HOURS,
      );
      const soon = email.cameHour + SOON_AFTER_HOURS;
      expect(email.answeredHour).toBeLessThan(Math.max(later?.answeredHour ?? Number.POSITIVE_INFINITY, soon + 1));
    }
  });

  test('with a flood of some days it is answered within the time that the tickets before it take', () => {
    const [rate, answers, days] = [1.5, 1, 6];
    const flood = inTime([...every(1 / rate, 'panel', days * 24), { hour: 0.01, channel: 'email' }]);
    const email = work(flood, answers, 14 * 24).find(({ channelRank }) => channelRank === CHANNEL_RANK.email);
    // Due before it: the panel's of its first 96 hours, of which 2/3 are answered while they come.
    const most = Math.max(SOON_AFTER_HOURS, (rate * HEAD_START_HOURS) / answers);
    expect(email?.answeredHour).toBeLessThanOrEqual(most + 1);
    expect(email?.answeredHour).toBeLessThan(EMAIL_ORDER_HOURS);
  });

  test.each([1, 2, 3, 4])(
    'whatever comes (seed %i), nobody passes it any more once it is due soon, but outages',
    (seed) => {
      const random = randomNumbers(seed);
      const channels: Channel[] = ['panel', 'panel', 'panel', 'form', 'email'];
      const hours = 21 * 24;
      const arrivals = inTime(
        Array.from({ length: hours * (1 + (seed % 3) / 4) }, () => ({
          // Evenly, or all in one day of the three weeks.
          hour: random() * (random() < 0.7 ? hours : 24),
          channel: channels[Math.floor(random() * channels.length)] as Channel,
          facts: random() < 0.05 ? ['shop-down'] : [],
        })),
      );
      const emails = work(arrivals, 1, hours).filter(({ ahead, outage }) => ahead !== null && !outage);
      expect(emails.length).toBeGreaterThan(0);
      for (const { ahead, answersUntilOwn, answeredHour } of emails) {
        if (answeredHour !== null) expect(answersUntilOwn).toBe((ahead ?? 0) + 1);
        else expect(answersUntilOwn).toBeLessThanOrEqual(ahead ?? 0);
      }
    },
  );

  test('it is due soon after 156 hours, and only what came within 96 hours of it can be due before it', () => {
    const email = { channel: 'email', receivedAt: START } as const;
    const dueAt = orderedDueAt(email.channel, email.receivedAt);
    const channelRank = CHANNEL_RANK.email;
    const place = { outage: false, proven: false, channelRank, waitingSince: START, dueAt, number: '1' };
    expect(sectionOf(place, START.add({ hours: SOON_AFTER_HOURS }))).toBe('due-soon');
    expect(sectionOf(place, START.add({ hours: SOON_AFTER_HOURS }).subtract({ milliseconds: 1 }))).toBe('queue');
    const panelDue = (hours: number) => orderedDueAt('panel', START.add({ hours }));
    expect(Temporal.Instant.compare(panelDue(HEAD_START_HOURS), dueAt)).toBe(0);
  });
});

test('what the order cannot do: as many outages as answers leave no answer for anything else', () => {
  // One answer and one outage an hour. Only an agent who lowers what is no outage helps; the rules have no other way out.
  const arrivals = inTime([
    ...every(1, 'phone', 30 * 24),
    { hour: 0.5, channel: 'panel' as const },
    { hour: 0.6, channel: 'email' as const },
  ]);
  const others = work(arrivals, 1, 30 * 24).filter(({ outage }) => !outage);
  expect(others.map(({ answeredHour }) => answeredHour)).toEqual([null, null]);
});
