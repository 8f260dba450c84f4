import { expect, test } from 'vitest';
import { whoIsTold } from '../../src/policy/who-is-told.ts';

const event = (action: string, details: Record<string, unknown> = {}, actor = 'customer') => ({
  action,
  actor,
  details,
});

test.each([
  ['a new outage, to everybody', event('ticket.opened', { outage: true }), null, { why: 'outage', to: null }],
  ['a new ticket that is none, to nobody', event('ticket.opened', { outage: false }), null, null],
  ['a word of the customer, to who holds the ticket', event('ticket.message'), 'a1', { why: 'message', to: ['a1'] }],
  ['one in nobody’s ticket, to nobody', event('ticket.message'), null, null],
  [
    'an assignment, to whom it names',
    event('ticket.assigned', { from: null, to: 'a1' }, 'a2'),
    'a1',
    { why: 'assigned', to: ['a1'] },
  ],
  ['taking a ticket, to nobody', event('ticket.assigned', { from: null, to: 'a1' }, 'a1'), 'a1', null],
  ['letting one go, to nobody', event('ticket.assigned', { from: 'a1', to: null }, 'a1'), null, null],
  [
    'a mention, to whom it names but its writer',
    event('ticket.note', { mentioned: ['a1', 'a2'] }, 'a2'),
    null,
    { why: 'mention', to: ['a1'] },
  ],
  ['a note that names nobody, to nobody', event('ticket.note', {}, 'a2'), 'a1', null],
  ['an answer of ours, to nobody', event('ticket.answered', { position: 2 }, 'a2'), 'a1', null],
])('%s', (_what, happened, holder, told) => {
  expect(whoIsTold(happened, holder)).toEqual(told);
});
