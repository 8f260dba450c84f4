import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Channel, SECTIONS } from '../../src/contract/lists.ts';
import {
  CHANNEL_RANK,
  isOutage,
  orderedDueAt,
  type QueuePlace,
  queueOrder,
  sectionOf,
} from '../../src/policy/queue.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

function place(number: number, channel: Channel, hoursAgo: number, facts: string[] = [], proven = false): QueuePlace {
  const receivedAt = NOW.subtract({ hours: hoursAgo });
  return {
    outage: isOutage(channel, facts),
    proven,
    channelRank: CHANNEL_RANK[channel],
    waitingSince: receivedAt,
    dueAt: orderedDueAt(channel, receivedAt),
    number: String(number),
  };
}

function order(places: QueuePlace[], now = NOW): number[] {
  return places.toSorted(queueOrder(now)).map(({ number }) => Number(number));
}

test('the panel goes before the form, the form before e-mail, even when they came later (R6–R8)', () => {
  expect(order([place(1, 'email', 5), place(2, 'form', 4), place(3, 'panel', 3), place(4, 'panel', 2)])).toEqual([
    3, 4, 2, 1,
  ]);
});

test('an outage goes before all, oldest first, whatever its channel (R10)', () => {
  expect(order([place(1, 'panel', 70), place(2, 'form', 1, ['shop-down']), place(3, 'phone', 2)])).toEqual([3, 2, 1]);
});

test('a proven outage goes before every other, however long those have waited', () => {
  const down = ['shop-down'];
  const places = [place(1, 'panel', 70, down), place(2, 'panel', 1, down, true), place(3, 'phone', 2, [], true)];
  expect(order(places)).toEqual([3, 2, 1]);
});

test('proof moves nothing but outages', () => {
  expect(order([place(1, 'panel', 5), place(2, 'panel', 4, [], true)])).toEqual([1, 2]);
});

test('a form ticket that falls due within 12 hours goes before younger panel tickets (A4)', () => {
  expect(order([place(1, 'form', 60), place(2, 'panel', 59)])).toEqual([1, 2]);
  expect(order([place(1, 'form', 59), place(2, 'panel', 59)])).toEqual([2, 1]);
});

test('e-mail never starves: seven days after it came it stands among those falling due', () => {
  const mail = place(1, 'email', 0);
  const newcomer = (at: Temporal.Instant): QueuePlace => ({
    ...place(2, 'panel', 0),
    waitingSince: at,
    dueAt: at.add({ hours: 72 }),
  });
  const nearlyAWeekOn = NOW.add({ hours: 7 * 24 - 12 });
  expect(order([mail, newcomer(nearlyAWeekOn)], nearlyAWeekOn)).toEqual([1, 2]);
});

test('within a section: outages by when they began to wait, what falls due by when, and by number where that is the same', () => {
  const outage = (number: number, hoursAgo: number, dueIn: number): QueuePlace => ({
    ...place(number, 'form', hoursAgo, ['shop-down']),
    dueAt: NOW.add({ hours: dueIn }),
  });
  expect(order([outage(1, 1, 5), outage(2, 2, 90), outage(3, 2, 1)])).toEqual([2, 3, 1]);
  const due = (number: number, channel: Channel, dueIn: number): QueuePlace => ({
    ...place(number, channel, 1),
    dueAt: NOW.add({ hours: dueIn }),
  });
  expect(order([due(1, 'panel', 9), due(2, 'email', 3), due(10, 'form', 3), due(9, 'form', 3)])).toEqual([2, 9, 10, 1]);
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
        const before = SECTIONS.indexOf(sectionOf(ticket, NOW));
        return SECTIONS.indexOf(sectionOf(ticket, NOW.add({ hours }))) <= before;
      }),
    );
  });
});
