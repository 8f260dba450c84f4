import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STANDINGS, type Standing } from '../../src/contract/lists.ts';
import { type EarlierTicket, ticketRoom } from '../../src/policy/ticket-quota.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

/** So many tickets, each a minute older than the one before. */
function tickets(count: number, standing: Standing, isSameAddress = false, minutesAgo = 1): EarlierTicket[] {
  return Array.from({ length: count }, (_, index) => ({
    standing,
    isSameAddress,
    sentAt: NOW.subtract({ minutes: minutesAgo + index }),
  }));
}

const fits = (earlier: EarlierTicket[], standing: Standing) => ticketRoom(earlier, standing, NOW).outcome === 'fits';

describe('within an hour', () => {
  test('one new address opens five tickets, a usual one is not counted by itself', () => {
    expect([fits(tickets(4, 'new', true), 'new'), fits(tickets(5, 'new', true), 'new')]).toEqual([true, false]);
    expect(fits(tickets(19, 'usual', true), 'usual')).toBe(true);
  });

  test.each([
    ['new addresses together open ten', 'new', [tickets(9, 'new')], [tickets(10, 'new')]],
    ['usual ones twenty with them', 'usual', [tickets(10, 'new'), tickets(9, 'usual')], [tickets(20, 'usual')]],
    ['the proven all thirty', 'proven', [tickets(10, 'new'), tickets(19, 'proven')], [tickets(30, 'proven')]],
    ['nobody more than thirty, whoever opened them', 'new', [tickets(29, 'proven')], [tickets(30, 'proven')]],
  ] as const)('%s', (_, standing, most, tooMany) => {
    expect([fits(most.flat(), standing), fits(tooMany.flat(), standing)]).toEqual([true, false]);
  });
});

test('a ticket counts for an hour to the millisecond', () => {
  const hourAgo = NOW.subtract({ minutes: 60 });
  const at = (sentAt: Temporal.Instant) => [
    ...tickets(9, 'new'),
    { standing: 'new', isSameAddress: false, sentAt } as const,
  ];
  expect([fits(at(hourAgo), 'new'), fits(at(hourAgo.add({ milliseconds: 1 })), 'new')]).toEqual([true, false]);
});

test('there is room when the ticket leaves that fills the last of the limits', () => {
  const freeAt = (earlier: EarlierTicket[]) => {
    const room = ticketRoom(earlier, 'new', NOW);
    return room.outcome === 'full' ? room.freeAt.toString() : null;
  };
  expect(freeAt(tickets(10, 'new'))).toBe('2026-11-22T09:50:00Z');
  expect(freeAt(tickets(12, 'new'))).toBe('2026-11-22T09:50:00Z');
  expect(freeAt([...tickets(5, 'new', true), ...tickets(5, 'new', false, 30)])).toBe('2026-11-22T09:55:00Z');
  const ofAll = tickets(20, 'proven', false, 30);
  expect(freeAt(ofAll.concat(tickets(10, 'new')))).toBe('2026-11-22T09:50:00Z');
});

test('an alarm is due when the next ticket uses 70 % of any share', () => {
  const isAlarming = (earlier: EarlierTicket[], standing: Standing) => {
    const room = ticketRoom(earlier, standing, NOW);
    return room.outcome === 'fits' && room.isAlarming;
  };
  expect([isAlarming(tickets(5, 'new'), 'new'), isAlarming(tickets(6, 'new'), 'new')]).toEqual([false, true]);
  expect([isAlarming(tickets(12, 'usual'), 'usual'), isAlarming(tickets(13, 'usual'), 'usual')]).toEqual([false, true]);
  expect([isAlarming(tickets(19, 'proven'), 'proven'), isAlarming(tickets(20, 'proven'), 'proven')]).toEqual([
    false,
    true,
  ]);
});

/** Tickets as they come, each taken or not, and the next of somebody else at the end. */
const FLOOD = fc.array(
  fc.record({ standing: fc.constantFrom(...STANDINGS), isSameAddress: fc.boolean(), after: fc.nat(600) }),
);

function taken(flood: readonly { standing: Standing; isSameAddress: boolean; after: number }[]): {
  earlier: EarlierTicket[];
  now: Temporal.Instant;
} {
  const earlier: EarlierTicket[] = [];
  let now = NOW;
  for (const { standing, isSameAddress, after } of flood) {
    now = now.add({ seconds: after });
    if (ticketRoom(earlier, standing, now).outcome === 'fits') earlier.push({ standing, isSameAddress, sentAt: now });
  }
  return { earlier, now };
}

test('whatever strangers send, ten tickets an hour are left to the usual addresses and ten to the proven', () => {
  fc.assert(
    fc.property(FLOOD, (flood) => {
      const { earlier, now } = taken(flood.map((ticket) => ({ ...ticket, standing: 'new' })));
      for (const standing of ['usual', 'proven'] as const) {
        const own = [...earlier];
        for (let ticket = 0; ticket < 10; ticket++) {
          expect(ticketRoom(own, standing, now).outcome).toBe('fits');
          own.push({ standing, isSameAddress: false, sentAt: now });
        }
      }
    }),
  );
});

test('who is refused is taken at the time that they are told, and not a millisecond before', () => {
  fc.assert(
    fc.property(FLOOD, fc.constantFrom(...STANDINGS), (flood, standing) => {
      const { earlier, now } = taken(flood);
      const room = ticketRoom(earlier, standing, now);
      if (room.outcome === 'fits') return;
      expect(ticketRoom(earlier, standing, room.freeAt).outcome).toBe('fits');
      expect(ticketRoom(earlier, standing, room.freeAt.subtract({ milliseconds: 1 })).outcome).toBe('full');
    }),
  );
});
