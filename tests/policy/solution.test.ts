import { describe, expect, test } from 'vitest';
import { TICKET_STATUSES } from '../../src/contract/lists.ts';
import { solutionStep } from '../../src/policy/solution.ts';
import { isOver } from '../../src/policy/thread.ts';

const MONDAY = Temporal.Instant.from('2026-11-23T09:00:00Z');

describe('the solution of an incident', () => {
  test.each(TICKET_STATUSES.filter((status) => !isOver(status)))(
    'answers a ticket that is %s, and calls it solved',
    (status) => {
      expect(solutionStep({ status, waitingSince: MONDAY, followUpAt: MONDAY }, false)).toEqual({
        mark: 'answered',
        after: { status: 'solved', waitingSince: null, followUpAt: null },
      });
    },
  );

  test.each(TICKET_STATUSES.filter((status) => !isOver(status)))(
    'keeps the promise of a ticket that is %s, where the customer wrote what no agent has seen',
    (status) => {
      expect(solutionStep({ status, waitingSince: MONDAY, followUpAt: MONDAY }, true)).toEqual({
        mark: 'kept',
        after: { status: 'in-progress', waitingSince: MONDAY, followUpAt: MONDAY },
      });
    },
  );

  test.each(TICKET_STATUSES.filter(isOver))('leaves a ticket that is %s as it is', (status) => {
    for (const hasUnseen of [true, false]) {
      expect(solutionStep({ status, waitingSince: null, followUpAt: null }, hasUnseen)).toEqual({ mark: 'passed' });
    }
  });
});
