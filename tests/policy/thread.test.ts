import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CUSTOMER_STATUSES, REPLY_STATUSES, TICKET_STATUSES, type TicketStatus } from '../../src/contract/lists.ts';
import {
  afterAgentMove,
  afterCustomerMessage,
  afterCustomerMove,
  afterFollowUp,
  afterReply,
  agentMoves,
  customerMoves,
  isOver,
  opened,
  type ThreadState,
} from '../../src/policy/thread.ts';

const MONDAY = Temporal.Instant.from('2026-11-23T09:00:00Z');
const TUESDAY = MONDAY.add({ hours: 24 });

const waiting = (status: TicketStatus): ThreadState => ({ status, waitingSince: MONDAY, followUpAt: null });
const answered = (status: TicketStatus): ThreadState => ({ status, waitingSince: null, followUpAt: null });

test('a new ticket waits for an answer from its first message on', () => {
  expect(opened(MONDAY)).toEqual({ status: 'new', waitingSince: MONDAY, followUpAt: null });
});

describe('the customer writes', () => {
  test('further messages do not move the promise (A4)', () => {
    expect(afterCustomerMessage(waiting('new'), TUESDAY)).toEqual(waiting('new'));
    expect(afterCustomerMessage(waiting('in-progress'), TUESDAY)).toEqual(waiting('in-progress'));
  });

  test.each(['in-progress', 'waiting-for-customer', 'solved', 'closed'] as const)(
    'in a ticket that is %s and answered: it is in progress, and the promise starts now',
    (status) => {
      expect(afterCustomerMessage(answered(status), TUESDAY)).toEqual({
        ...answered('in-progress'),
        waitingSince: TUESDAY,
      });
    },
  );
});

test.each(REPLY_STATUSES)('an answer clears the promise and leaves the ticket %s', (status) => {
  expect(afterReply(status)).toEqual({ status, waitingSince: null, followUpAt: null });
});

describe('the customer moves the ticket', () => {
  test.each(['new', 'in-progress', 'waiting-for-customer'] as const)(
    '%s may be called solved, which ends the promise',
    (status) => {
      expect(afterCustomerMove(waiting(status), 'solved', TUESDAY)).toEqual(answered('solved'));
    },
  );

  test.each(['solved', 'closed'] as const)('%s may be opened again, and the promise starts with that', (status) => {
    expect(afterCustomerMove(answered(status), 'in-progress', TUESDAY)).toEqual({
      status: 'in-progress',
      waitingSince: TUESDAY,
      followUpAt: null,
    });
  });

  test('saying again what is so changes nothing', () => {
    const solved = answered('solved');
    const inProgress = waiting('in-progress');
    expect(afterCustomerMove(solved, 'solved', TUESDAY)).toBe(solved);
    expect(afterCustomerMove(inProgress, 'in-progress', TUESDAY)).toBe(inProgress);
  });

  test.each([
    ['closed', 'solved'],
    ['new', 'in-progress'],
    ['waiting-for-customer', 'in-progress'],
  ] as const)('from %s to %s makes no sense', (status, to) => {
    expect(afterCustomerMove(answered(status), to, TUESDAY)).toBeNull();
  });
});

describe('an agent moves the ticket', () => {
  const allowed: Record<TicketStatus, TicketStatus[]> = {
    new: ['new', 'in-progress', 'solved', 'closed'],
    'in-progress': ['in-progress', 'waiting-for-customer', 'solved', 'closed'],
    'waiting-for-customer': ['in-progress', 'waiting-for-customer', 'solved', 'closed'],
    solved: ['in-progress', 'solved', 'closed'],
    closed: ['in-progress', 'closed'],
  };

  test.each(TICKET_STATUSES)('from %s', (from) => {
    const reached = TICKET_STATUSES.filter((to) => afterAgentMove(answered(from), to));
    expect(reached).toEqual(allowed[from]);
  });

  test('cannot leave it to the customer while the customer waits for us', () => {
    expect(afterAgentMove(waiting('in-progress'), 'waiting-for-customer')).toBeNull();
    expect(afterAgentMove(answered('in-progress'), 'waiting-for-customer')).toEqual(answered('waiting-for-customer'));
  });

  test('keeps the promise while work goes on, and ends it with the ticket', () => {
    expect(afterAgentMove(waiting('new'), 'in-progress')).toEqual(waiting('in-progress'));
    expect(afterAgentMove(waiting('new'), 'solved')).toEqual(answered('solved'));
    expect(afterAgentMove(waiting('new'), 'closed')).toEqual(answered('closed'));
  });
});

describe('by when we write again', () => {
  const said = { ...answered('in-progress'), followUpAt: TUESDAY };

  test('stays with a word of the customer, whose promise begins beside it', () => {
    expect(afterCustomerMessage(said, MONDAY)).toEqual({ ...said, waitingSince: MONDAY });
  });

  test('ends with a reply, unless that says so again', () => {
    expect(afterReply('solved').followUpAt).toBeNull();
    expect(afterReply('in-progress', MONDAY).followUpAt).toEqual(MONDAY);
  });

  test('keeps the ticket from waiting for the customer, and ends with the ticket', () => {
    expect(agentMoves(said)).toEqual(['solved', 'closed']);
    expect(afterAgentMove(said, 'closed')?.followUpAt).toBeNull();
    expect(afterCustomerMove(said, 'solved', MONDAY)?.followUpAt).toBeNull();
  });

  test('said without a reply, it opens what was over; taken back, it moves nothing', () => {
    expect(afterFollowUp(answered('solved'), TUESDAY)).toEqual(said);
    expect(afterFollowUp(said, null)).toEqual(answered('in-progress'));
  });
});

test.each(TICKET_STATUSES)(
  'from %s exactly those moves are offered that are taken, whether somebody waits or not',
  (status) => {
    for (const waitingSince of [null, MONDAY]) {
      const state = { status, waitingSince, followUpAt: waitingSince };
      const byAgent = TICKET_STATUSES.filter((to) => to !== status && afterAgentMove(state, to));
      const byCustomer = CUSTOMER_STATUSES.filter((to) => to !== status && afterCustomerMove(state, to, MONDAY));
      expect([agentMoves(state), customerMoves(state)]).toEqual([byAgent, byCustomer]);
    }
  },
);

test('whatever happens: what is over owes nothing, and what waits for the customer owes nothing', () => {
  const anyStep = fc.oneof(
    fc.constant((state: ThreadState, at: Temporal.Instant) => afterCustomerMessage(state, at)),
    fc.constantFrom(...REPLY_STATUSES).map((status) => () => afterReply(status)),
    fc
      .constantFrom(...CUSTOMER_STATUSES)
      .map((to) => (state: ThreadState, at: Temporal.Instant) => afterCustomerMove(state, to, at) ?? state),
    fc.constantFrom(...TICKET_STATUSES).map((to) => (state: ThreadState) => afterAgentMove(state, to) ?? state),
  );
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      let at = MONDAY;
      let state = opened(at);
      for (const step of steps) {
        at = at.add({ hours: 1 });
        state = step(state, at);
        if (isOver(state.status) || state.status === 'waiting-for-customer') expect(state.waitingSince).toBeNull();
      }
    }),
  );
});
