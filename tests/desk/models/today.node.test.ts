import { expect, test } from 'vitest';
import { nextDue, nextPromise, owedToday } from '../../../desk/models/today.ts';
import type { QueueRow } from '../../../src/contract/desk/queue-row.ts';
import type { Queue } from '../../../src/contract/desk/read-queue.ts';
import { aRow } from '../a-desk-ticket.ts';

const NOW = Date.parse('2026-11-30T09:55:00Z');

function queue(section: Queue['sections'][number]['section'], rows: Partial<QueueRow>[]): Queue {
  const tickets = rows.map((row, index) => aRow(`${1000000 + index}`, { assignee: null, ...row }));
  const counts = { all: 0, mine: 0, unassigned: 0, outages: 0 };
  return { at: '', sections: [{ section, count: rows.length, tickets, next: null }], counts };
}

const calm = { waitingSince: null, answerBy: null, followUpAt: null, snoozedUntil: null };

test('a ticket is owed once: late before promised, promised before waited for, and nothing of a later day', () => {
  const mine = queue('promised', [
    { ...calm, subject: 'late', followUpAt: '2026-11-30T08:00:00Z', waitingSince: '2026-11-30T07:00:00Z' },
    { ...calm, subject: 'over', answerBy: '2026-11-30T09:00:00Z', waitingSince: '2026-11-27T09:00:00Z' },
    { ...calm, subject: 'today', followUpAt: '2026-11-30T15:00:00Z' },
    { ...calm, subject: 'back', snoozedUntil: '2026-11-30T07:00:00Z' },
    { ...calm, subject: 'waits', waitingSince: '2026-11-30T09:00:00Z', answerBy: '2026-12-03T09:00:00Z' },
    { ...calm, subject: 'tomorrow', followUpAt: '2026-12-01T08:00:00Z' },
  ]);
  const nobodys = queue('outages', [{ ...calm, subject: 'outage', waitingSince: '2026-11-30T09:00:00Z' }]);
  const today = owedToday(mine, nobodys, NOW);
  const subjects = Object.entries(today).map(([debt, rows]) => [debt, rows.map(({ subject }) => subject)]);
  expect(Object.fromEntries(subjects)).toEqual({
    late: ['late', 'over'],
    promised: ['today', 'back'],
    waiting: ['waits'],
    outages: ['outage'],
  });
});

test('the day is the one of the office: an hour after midnight in Warsaw is tomorrow, though it is today in UTC', () => {
  const row = { ...calm, followUpAt: '2026-11-30T23:30:00Z' };
  expect(owedToday(queue('promised', [row]), queue('outages', []), NOW).promised).toEqual([]);
});

test('only what nobody holds and is an outage is an outage without a holder', () => {
  expect(owedToday(queue('queue', []), queue('queue', [{ ...calm }]), NOW).outages).toEqual([]);
});

test('what comes next is the earliest', () => {
  const mine = queue('promised', [
    { followUpAt: '2026-12-02T08:00:00Z' },
    { followUpAt: '2026-12-01T08:00:00Z' },
    calm,
  ]);
  expect(nextPromise(mine)?.followUpAt).toBe('2026-12-01T08:00:00Z');
  expect(nextDue(queue('queue', [{ answerBy: null }]))).toBeNull();
});
