import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { QUEUE_RANKS, type QueuePlace, queueBounds, queueOrder, sectionOf } from '../../src/policy/queue.ts';
import { toInstantText } from '../../src/store/instants.ts';
import {
  queuedDueSoon,
  queuedLater,
  queuedPromised,
  queuedProvenOutages,
  unprovenOutages,
} from '../../src/store/queue-sections.ts';
import { storeBounds } from '../../src/tickets/queue/queue-bounds.ts';
import { returnAt } from '../../src/tickets/return-columns.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { FIRST_SETTINGS, NOW, type Service, service } from '../support/service.ts';

/** A Sunday stands at the clock: the office opens in 22 hours. */
const HOURS = FIRST_SETTINGS.openingHours;

/** More than any test stores. */
const ALL = 1000;

/** Where the clock stands: now, within what is due soon, just at and around a due time of the grid, far off. */
/** … and just before and at midnight. */
const CLOCKS = [0, 60, 12 * 60, 12 * 60 + 1, 14 * 60 - 1, 14 * 60, 72 * 60, 7 * 24 * 60].map((minutes) =>
  NOW.add({ minutes }),
);

interface StoredTicket extends QueuePlace {
  waiting: boolean;
  snoozedUntil: Temporal.Instant | null;
}

// Instants on a coarse grid, so that equal times and times exactly at the bound of twelve hours are common.
const anyInstant = fc.integer({ min: -24, max: 24 * 8 }).map((hours) => NOW.add({ hours }));
const anyTicket = fc.record({
  channelRank: fc.constantFrom(...QUEUE_RANKS),
  promised: fc.integer({ min: 0, max: 3 }).map((quarter) => quarter > 0),
  outage: fc.boolean().chain((maybe) => (maybe ? fc.boolean() : fc.constant(false))),
  waiting: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth > 2),
  followUp: fc.option(anyInstant),
  snoozed: fc.option(anyInstant),
  proven: fc.boolean(),
  waitingSince: anyInstant,
  dueAt: fc.oneof(
    anyInstant,
    anyInstant.map((instant) => instant.add({ milliseconds: 1 })),
  ),
});
const hundredsOfTickets = fc.array(anyTicket, { minLength: 300, maxLength: 500, size: 'max' }).map((all) =>
  all.map(({ waitingSince, followUp, snoozed, ...ticket }, index): StoredTicket => {
    const [followUpAt, snoozedUntil] = ticket.waiting ? [null, null] : [followUp, snoozed];
    const [returnAt = null] = [followUpAt, snoozedUntil].filter((at) => at !== null).toSorted(Temporal.Instant.compare);
    return {
      ...ticket,
      waitingSince: ticket.waiting ? waitingSince : null,
      followUpAt,
      snoozedUntil,
      returnAt,
      number: ticketNumber(100_001 + index),
    };
  }),
);

let desk: Service;
beforeEach(async () => {
  desk = await service();
});
afterEach(() => desk.discard());

const text = (instant: Temporal.Instant | null) => instant && toInstantText(instant);

async function storeOnly(tickets: readonly StoredTicket[]): Promise<void> {
  await desk.store.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('tickets').execute();
    for (const [index, ticket] of tickets.entries()) {
      const row = aTicketRow(100_001 + index, {
        waiting_since: text(ticket.waitingSince),
        follow_up_at: text(ticket.followUpAt),
        snoozed_until: text(ticket.snoozedUntil),
        queue_return_at: returnAt(text(ticket.followUpAt), text(ticket.snoozedUntil)),
        promised: ticket.promised ? 1 : 0,
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
  const bounds = storeBounds(now, HOURS);
  const sections = [
    await queuedProvenOutages(desk.store, { limit }),
    (await unprovenOutages(desk.store)).map(({ sequence }) => ({ number: ticketNumber(sequence) })),
    await queuedDueSoon(desk.store, bounds, { limit }),
    await queuedPromised(desk.store, bounds, { limit }),
    await queuedLater(desk.store, bounds, { limit }),
  ];
  return sections.flat().map(({ number }) => number);
}

test('the range queries together are the order of the policy, wherever the clock stands', {
  timeout: 60_000,
}, async () => {
  const sameOrder = fc.asyncProperty(hundredsOfTickets, async (tickets) => {
    await storeOnly(tickets);
    for (const now of CLOCKS) {
      const bounds = queueBounds(now, HOURS);
      const model = tickets.filter((one) => sectionOf(one, bounds) !== null).toSorted(queueOrder(bounds));
      expect(await queueAt(now)).toEqual(model.map(({ number }) => number));
    }
  });
  await fc.assert(sameOrder, { numRuns: 5, endOnFailure: true });
});

const PANEL = {
  channelRank: 0,
  promised: true,
  outage: false,
  proven: false,
  waitingSince: NOW,
  followUpAt: null,
  snoozedUntil: null,
  returnAt: null,
} as const;

test('a ticket due exactly at the bound is due soon, and a millisecond later is not', async () => {
  const bound = queueBounds(NOW, HOURS).soonUntil;
  const ticket = { ...PANEL, waiting: true };
  await storeOnly([
    { ...ticket, dueAt: bound.add({ milliseconds: 1 }), number: ticketNumber(100_001) },
    { ...ticket, dueAt: bound, number: ticketNumber(100_002) },
  ]);
  const soon = await queuedDueSoon(desk.store, storeBounds(NOW, HOURS), { limit: ALL });
  const later = await queuedLater(desk.store, storeBounds(NOW, HOURS), { limit: ALL });
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
