import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Channel } from '../../src/contract/lists.ts';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { CHANNEL_RANK, dueSoonUntil, type QueuePlace, queueOrder } from '../../src/policy/queue.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { queuedDueSoon, queuedLater, queuedProvenOutages, unprovenOutages } from '../../src/store/queue.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { NOW, type Service, service } from '../support/service.ts';

/** More than any test stores. */
const ALL = 1000;

/** Where the clock stands: now, within the queue's twelve hours, just at and around a due time of the grid, far off. */
const CLOCKS = [0, 60, 12 * 60, 12 * 60 + 1, 72 * 60, 7 * 24 * 60].map((minutes) => NOW.add({ minutes }));

interface StoredTicket extends QueuePlace {
  channel: Channel;
  waiting: boolean;
}

// Instants on a coarse grid, so that equal times and times exactly at the bound of twelve hours are common.
const anyInstant = fc.integer({ min: -24, max: 24 * 8 }).map((hours) => NOW.add({ hours }));
const anyTicket = fc.record({
  channel: fc.constantFrom<Channel>('panel', 'form', 'phone', 'email'),
  outage: fc.boolean().chain((maybe) => (maybe ? fc.boolean() : fc.constant(false))),
  waiting: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth > 0),
  proven: fc.boolean(),
  waitingSince: anyInstant,
  dueAt: fc.oneof(
    anyInstant,
    anyInstant.map((instant) => instant.add({ milliseconds: 1 })),
  ),
});
const hundredsOfTickets = fc.array(anyTicket, { minLength: 300, maxLength: 500, size: 'max' }).map((all) =>
  all.map(
    (ticket, index): StoredTicket => ({
      ...ticket,
      channelRank: CHANNEL_RANK[ticket.channel],
      number: ticketNumber(100_001 + index),
    }),
  ),
);

let desk: Service;
beforeEach(async () => {
  desk = await service();
});
afterEach(() => desk.discard());

async function storeOnly(tickets: readonly StoredTicket[]): Promise<void> {
  await desk.store.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('tickets').execute();
    for (const [index, ticket] of tickets.entries()) {
      const row = aTicketRow(100_001 + index, {
        channel: ticket.channel,
        waiting_since: toInstantText(ticket.waitingSince),
        queue_waiting: ticket.waiting ? 1 : 0,
        queue_outage: ticket.outage ? 1 : 0,
        queue_unproven: ticket.proven ? 0 : 1,
        queue_channel_rank: ticket.channelRank,
        queue_due_at: toInstantText(ticket.dueAt),
      });
      await transaction.insertInto('tickets').values(row).execute();
    }
  });
}

async function queueAt(now: Temporal.Instant, limit = ALL): Promise<string[]> {
  const bound = toInstantText(dueSoonUntil(now));
  const sections = [
    await queuedProvenOutages(desk.store, { limit }),
    (await unprovenOutages(desk.store)).map(({ sequence }) => ({ number: ticketNumber(sequence) })),
    await queuedDueSoon(desk.store, bound, { limit }),
    await queuedLater(desk.store, bound, { limit }),
  ];
  return sections.flat().map(({ number }) => number);
}

test('four range queries together are the order of the policy, wherever the clock stands', {
  timeout: 60_000,
}, async () => {
  const sameOrder = fc.asyncProperty(hundredsOfTickets, async (tickets) => {
    await storeOnly(tickets);
    for (const now of CLOCKS) {
      const model = tickets.filter(({ waiting }) => waiting).toSorted(queueOrder(now));
      expect(await queueAt(now)).toEqual(model.map(({ number }) => number));
    }
  });
  await fc.assert(sameOrder, { numRuns: 8, endOnFailure: true });
});

const PANEL = { channel: 'panel', channelRank: 0, outage: false, proven: false, waitingSince: NOW } as const;

test('a ticket due in exactly twelve hours is due soon, and a millisecond later is not', async () => {
  const bound = dueSoonUntil(NOW);
  const ticket = { ...PANEL, waiting: true };
  await storeOnly([
    { ...ticket, dueAt: bound.add({ milliseconds: 1 }), number: ticketNumber(100_001) },
    { ...ticket, dueAt: bound, number: ticketNumber(100_002) },
  ]);
  const soon = await queuedDueSoon(desk.store, toInstantText(bound), { limit: ALL });
  const later = await queuedLater(desk.store, toInstantText(bound), { limit: ALL });
  expect(soon.map(({ number }) => number)).toEqual([ticketNumber(100_002)]);
  expect(later.map(({ number }) => number)).toEqual([ticketNumber(100_001)]);
});

test('a limit takes the first of each section', async () => {
  const ticket = { ...PANEL, waiting: true };
  await storeOnly(
    [50, 40, 30, 2, 1].map((hours, index) => ({
      ...ticket,
      dueAt: NOW.add({ hours }),
      number: ticketNumber(100_001 + index),
    })),
  );
  expect(await queueAt(NOW, 2)).toEqual([100_005, 100_004, 100_003, 100_002].map(ticketNumber));
});
