import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src/contract/lists.ts';
import { IS_PROMISED, PROMISE_HOURS } from '../../src/policy/promise.ts';
import {
  isOutage,
  orderedDueAt,
  QUEUE_RANK,
  type QueuePlace,
  queueBounds,
  queueOrder,
} from '../../src/policy/queue.ts';
import { randomNumbers } from '../support/random-numbers.ts';

const START = Temporal.Instant.from('2026-11-02T09:00:00Z');

interface Arrival {
  hour: number;
  channel: Channel;
  facts?: readonly string[];
}

interface Simulated extends QueuePlace {
  channel: Channel;
  cameHour: number;
  answeredHour: number | null;
}

/** Agents answer the top ticket, so many an hour, evenly; whatever comes is in the queue at once. */
function work(arrivals: readonly Arrival[], answersAnHour: number, hours: number): Simulated[] {
  const all: Simulated[] = arrivals.map(({ hour, channel, facts = [] }, index) => {
    const receivedAt = START.add({ seconds: Math.round(hour * 3600) });
    return {
      channel,
      outage: isOutage(facts),
      proven: false,
      channelRank: QUEUE_RANK[channel],
      promised: IS_PROMISED[channel],
      waitingSince: receivedAt,
      dueAt: orderedDueAt(IS_PROMISED[channel], receivedAt),
      followUpAt: null,
      returnAt: null,
      number: String(index + 1),
      cameHour: hour,
      answeredHour: null,
    };
  });
  let waiting: Simulated[] = [];
  let next = 0;
  for (let step = 1; step <= hours * answersAnHour; step++) {
    const hour = step / answersAnHour;
    const inOrder = queueOrder(queueBounds(START.add({ seconds: Math.round(hour * 3600) }), []));
    for (; next < all.length && (all[next] as Simulated).cameHour <= hour; next++) waiting.push(all[next] as Simulated);
    const [first, ...others] = waiting;
    if (!first) continue;
    const top = others.reduce((best, other) => (inOrder(other, best) < 0 ? other : best), first);
    top.answeredHour = hour;
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
const of = (tickets: readonly Simulated[], channel: Channel) => tickets.filter((one) => one.channel === channel);

describe('what has a promise is never starved', () => {
  test('under a flood of the panel that never ends a form ticket waits no longer than a panel ticket of its hour', () => {
    // Three tickets come for two answers: everybody waits longer and longer, the form no worse than the rest.
    const days = 25;
    const tickets = work(
      inTime([...every(2 / 3, 'panel', days * 24), ...every(24, 'form', days * 24, 0.01)]),
      1,
      days * 24,
    );
    const forms = of(tickets, 'form').filter(({ answeredHour }) => answeredHour !== null);
    expect(forms.length).toBeGreaterThan(10);
    for (const form of forms) {
      const later = of(tickets, 'panel').find(({ cameHour }) => cameHour > form.cameHour);
      const wait = Math.max(later?.answeredHour ?? Number.POSITIVE_INFINITY, form.cameHour + PROMISE_HOURS + 1);
      expect(form.answeredHour).toBeLessThanOrEqual(wait);
    }
  });

  test.each([1, 2, 3, 4])('whatever comes (seed %i), what is late is answered by due time, after outages', (seed) => {
    const random = randomNumbers(seed);
    const channels: Channel[] = ['panel', 'panel', 'panel', 'form', 'email'];
    const hours = 14 * 24;
    const arrivals = inTime(
      Array.from({ length: hours * (1 + (seed % 3) / 4) }, () => ({
        // Evenly, or all in one day of the two weeks.
        hour: random() * (random() < 0.7 ? hours : 24),
        channel: channels[Math.floor(random() * channels.length)] as Channel,
        facts: random() < 0.05 ? ['shop-down'] : [],
      })),
    );
    const tickets = work(arrivals, 1, hours);
    const late = tickets.filter(
      ({ promised, outage, cameHour, answeredHour }) =>
        promised && !outage && answeredHour !== null && answeredHour >= cameHour + PROMISE_HOURS,
    );
    expect(late.length).toBeGreaterThan(0);
    const byAnswer = late.toSorted((a, b) => Number(a.answeredHour) - Number(b.answeredHour));
    expect(byAnswer.map(({ cameHour }) => cameHour)).toEqual(late.map(({ cameHour }) => cameHour));
  });
});

describe('what the order cannot do', () => {
  test('while more comes with a promise than is answered, nothing without one is (R8)', () => {
    const days = 10;
    const tickets = work(inTime([...every(2 / 3, 'panel', days * 24), { hour: 0.7, channel: 'email' }]), 1, days * 24);
    expect(of(tickets, 'email').map(({ answeredHour }) => answeredHour)).toEqual([null]);
    // A flood that ends is worked off.
    const ended = work(inTime([...every(2 / 3, 'panel', 5 * 24), { hour: 0.7, channel: 'email' }]), 1, days * 24);
    expect(of(ended, 'email').map(({ answeredHour }) => answeredHour)).toEqual([7.5 * 24 + 1]);
  });

  test('as many outages as answers leave no answer for anything else', () => {
    // One answer and one outage an hour. Only an agent who lowers what is no outage helps; the rules have no other way out.
    const outages = every(1, 'form', 30 * 24).map((one) => ({ ...one, facts: ['shop-down'] }));
    const arrivals = inTime([...outages, { hour: 0.5, channel: 'panel' }, { hour: 0.6, channel: 'email' }]);
    const others = work(arrivals, 1, 30 * 24).filter(({ outage }) => !outage);
    expect(others.map(({ answeredHour }) => answeredHour)).toEqual([null, null]);
  });
});
