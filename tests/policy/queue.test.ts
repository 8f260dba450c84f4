import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Channel, SECTIONS } from '../../src/contract/lists.ts';
import { IS_PROMISED } from '../../src/policy/promise.ts';
import {
  isOutage,
  orderedDueAt,
  QUEUE_RANK,
  type QueuePlace,
  queueBounds,
  queueOrder,
  sectionOf,
} from '../../src/policy/queue.ts';

const DOWN = ['shop-down'];

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

function place(number: number, channel: Channel, hoursAgo: number, facts: string[] = [], proven = false): QueuePlace {
  const receivedAt = NOW.subtract({ hours: hoursAgo });
  return {
    outage: isOutage(facts),
    proven,
    channelRank: QUEUE_RANK[channel],
    promised: IS_PROMISED[channel],
    waitingSince: receivedAt,
    dueAt: orderedDueAt(IS_PROMISED[channel], receivedAt),
    followUpAt: null,
    returnAt: null,
    number: String(number),
  };
}

/** A ticket whose customer does not wait: we said by when we write, or put it off, so many hours from now. */
function promised(number: number, hours: { followUp?: number; snoozed?: number }, now = NOW): QueuePlace {
  const at = (from: number | undefined) => (from === undefined ? null : now.add({ minutes: from * 60 }));
  const [followUpAt, snoozedUntil] = [at(hours.followUp), at(hours.snoozed)];
  const [returnAt = null] = [followUpAt, snoozedUntil].filter((one) => one !== null).toSorted(Temporal.Instant.compare);
  return { ...place(number, 'panel', 24), waitingSince: null, followUpAt, returnAt };
}

function order(places: QueuePlace[], now = NOW): number[] {
  const bounds = queueBounds(now, []);
  const standing = places.filter((one) => sectionOf(one, bounds) !== null);
  return standing.toSorted(queueOrder(bounds)).map(({ number }) => Number(number));
}

test('the panel goes before the form, the form before e-mail, even when they came later (R6–R8)', () => {
  expect(order([place(1, 'email', 5), place(2, 'form', 4), place(3, 'panel', 3), place(4, 'panel', 2)])).toEqual([
    3, 4, 2, 1,
  ]);
});

test('an outage goes before all, oldest first, whatever its channel (R10)', () => {
  expect(order([place(1, 'panel', 70), place(2, 'form', 1, DOWN), place(3, 'phone', 2, DOWN)])).toEqual([3, 2, 1]);
});

test('a proven outage goes before every other, however long those have waited', () => {
  const places = [place(1, 'panel', 70, DOWN), place(2, 'panel', 1, DOWN, true), place(3, 'phone', 2, DOWN, true)];
  expect(order(places)).toEqual([3, 2, 1]);
});

test('proof moves nothing but outages', () => {
  expect(order([place(1, 'panel', 5), place(2, 'panel', 4, [], true)])).toEqual([1, 2]);
});

test('a form ticket that falls due within 12 hours goes before younger panel tickets (A4)', () => {
  expect(order([place(1, 'form', 60), place(2, 'panel', 59)])).toEqual([1, 2]);
  expect(order([place(1, 'form', 59), place(2, 'panel', 59)])).toEqual([2, 1]);
});

test('what has no promise never falls due and is never late: a week on it stands where it stood (R8)', () => {
  const mail = place(1, 'email', 0);
  for (const days of [0, 6, 7, 30]) {
    const now = NOW.add({ hours: 24 * days });
    expect(sectionOf(mail, queueBounds(now, [])), `${days} days on`).toBe('queue');
    const newcomer = { ...place(2, 'panel', 0), waitingSince: now, dueAt: now.add({ hours: 72 }) };
    expect(order([mail, newcomer], now)).toEqual([2, 1]);
  }
});

test('a renewal without a promise stands with the form, as if due a week after it came; what else came after the end is last', () => {
  const unpromised = (number: number, channelRank: number, hoursAgo: number): QueuePlace => ({
    ...place(number, 'email', hoursAgo),
    channelRank,
  });
  const renewal = unpromised(1, QUEUE_RANK.renewal, 100); // as if due in 68 hours
  const afterEnd = unpromised(2, QUEUE_RANK['after-end'], 900);
  const places = [
    afterEnd,
    place(3, 'email', 1),
    place(4, 'form', 1),
    renewal,
    place(5, 'form', 10),
    place(6, 'panel', 1),
  ];
  expect(order(places)).toEqual([6, 5, 1, 4, 3, 2]);
});

test('a call without an outage waits with the form', () => {
  const call = place(1, 'phone', 3);
  expect(order([call, place(2, 'form', 4), place(3, 'panel', 1)])).toEqual([3, 2, 1]);
});

test('what is late goes first by due time; what falls due soon waits in the order of the queue', () => {
  expect(
    order([
      place(1, 'form', 73),
      place(2, 'panel', 72),
      place(3, 'form', 71),
      place(4, 'panel', 62),
      place(5, 'panel', 63),
    ]),
  ).toEqual([1, 2, 5, 4, 3]);
});

test('what we said we write today stands between what falls due and the rest, by time, late or not', () => {
  // NOW is 10:00 in Warsaw: fourteen hours are left of the day.
  const places = [
    place(1, 'panel', 1),
    promised(2, { followUp: 13.9 }),
    promised(3, { followUp: 14 }),
    promised(4, { followUp: -30 }),
    place(5, 'panel', 71),
    promised(6, { followUp: 2 }),
  ];
  expect(order(places)).toEqual([5, 4, 6, 2, 1]);
});

test('what was put off is back when its time has come, whatever else was promised for later', () => {
  const places = [
    promised(1, { snoozed: 1 }),
    promised(2, { snoozed: 0 }),
    promised(3, { snoozed: -100, followUp: 90 }),
    // Putting off hides no promise.
    promised(4, { snoozed: 90, followUp: 3 }),
  ];
  expect(order(places)).toEqual([3, 2, 4]);
});

test('the day ends at midnight in Warsaw, also on a day of 25 hours', () => {
  const now = Temporal.Instant.from('2026-10-25T09:00:00Z'); // 10:00, winter time since 3:00
  expect(queueBounds(now, []).tomorrow.toString()).toBe('2026-10-25T23:00:00Z');
  expect(queueBounds(Temporal.Instant.from('2026-10-24T23:30:00Z'), []).tomorrow.toString()).toBe(
    '2026-10-25T23:00:00Z',
  );
});

test('within a section: outages by when they began to wait, the rest by due time, and by number where that is the same', () => {
  const outage = (number: number, hoursAgo: number, dueIn: number): QueuePlace => ({
    ...place(number, 'form', hoursAgo, ['shop-down']),
    dueAt: NOW.add({ hours: dueIn }),
  });
  expect(order([outage(1, 1, 5), outage(2, 2, 90), outage(3, 2, 1)])).toEqual([2, 3, 1]);
  const due = (number: number, channel: Channel, dueIn: number): QueuePlace => ({
    ...place(number, channel, 1),
    dueAt: NOW.add({ hours: dueIn }),
  });
  expect(order([due(1, 'panel', 9), due(2, 'form', 3), due(10, 'form', 2), due(9, 'form', 2)])).toEqual([1, 9, 10, 2]);
  expect(order([due(2, 'panel', 40), due(10, 'panel', 30), due(9, 'panel', 30)])).toEqual([9, 10, 2]);
});

describe('for any tickets', () => {
  const anyPlace = fc
    .record({
      channel: fc.constantFrom<Channel>('panel', 'form', 'phone', 'email'),
      hoursAgo: fc.integer({ min: 0, max: 400 }),
      down: fc.boolean(),
    })
    .map(({ channel, hoursAgo, down }) => ({ channel, hoursAgo, facts: down ? ['shop-down'] : [] }));
  const anyPlaces = fc
    .array(anyPlace, { maxLength: 60 })
    .map((all) => all.map(({ channel, hoursAgo, facts }, index) => place(index + 1, channel, hoursAgo, facts)));

  test('the order does not depend on the order of arrival in memory', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        expect(order(places.toReversed())).toEqual(order(places));
      }),
    );
  });

  test('time moves a ticket forward only, out of the queue into those falling due', () => {
    fc.assert(
      fc.property(anyPlace, fc.nat({ max: 500 }), ({ channel, hoursAgo, facts }, hours) => {
        const ticket = place(1, channel, hoursAgo, facts);
        const at = (now: Temporal.Instant) => SECTIONS.indexOf(sectionOf(ticket, queueBounds(now, [])) ?? 'queue');
        return at(NOW.add({ hours })) <= at(NOW);
      }),
    );
  });
});
