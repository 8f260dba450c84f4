import { expect, test } from 'vitest';
import { MoveTicketRequest } from '../../src/contract/desk/change-ticket-requests.ts';
import { QueueFilters } from '../../src/contract/desk/read-queue.ts';
import { readTicket } from '../../src/contract/tickets/read-ticket.ts';

const TICKET = {
  number: '1000015',
  subject: 'Darmowa dostawa',
  topic: 'configuration',
  status: 'new',
  channel: 'panel',
  receivedAt: '2026-11-22T09:00:00Z',
  waitingSince: null,
  answerBy: null,
  helped: false,
  moves: [],
  corrected: null,
  followUpAt: null,
  promised: true,
  withoutSupport: null,
  seenMessages: 0,
  messages: [],
};

test('an answer with a status, topic and channel of a newer service is read', () => {
  const newer = { ...TICKET, status: 'paused', topic: 'N11', channel: 'chat', moves: ['paused'] };
  expect(readTicket.answer.parse(newer)).toEqual(newer);
});

test('an answer whose status is no text is none', () => {
  expect(readTicket.answer.safeParse({ ...TICKET, status: 7 }).success).toBe(false);
});

test.each([{ status: 'paused' }, { topic: 'N11' }, { channel: 'chat' }])('a request for %j is refused', (filter) => {
  expect(QueueFilters.safeParse(filter).success).toBe(false);
});

test('a request to move a ticket to a status that is not in the list is refused', () => {
  expect(MoveTicketRequest.safeParse({ status: 'solved', seenMessages: 0 }).success).toBe(true);
  expect(MoveTicketRequest.safeParse({ status: 'paused', seenMessages: 0 }).success).toBe(false);
});
