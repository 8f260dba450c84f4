import { computed, signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import type { ComposerModel } from '../../../desk/models/composer-model.ts';
import { LeftTickets } from '../../../desk/models/left-tickets.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';

type Standing = ComposerModel['both']['value'][number];

let ended: string[];
let sent: string[];
beforeEach(() => {
  ended = [];
  sent = [];
});

/** A ticket whose composer stands so, as far as leaving it is concerned. */
function aTicket(number: string, state: Standing): { ticket: OpenTicket; sending: { value: Standing } } {
  const sending = signal(state);
  const both = computed(() => [sending.value, { state: 'draft' } as const]);
  const resend = () => sending.peek().state === 'waiting' && sent.push(number);
  const composer = { both, resend, [Symbol.dispose]: () => ended.push(number) };
  return { ticket: { number, composer } as unknown as OpenTicket, sending };
}

test('a ticket with nothing under way ends when it is left', () => {
  const left = new LeftTickets();
  left.leave(aTicket('1000015', { state: 'draft' }).ticket);
  expect([ended, left.resume('1000015')]).toEqual([['1000015'], undefined]);
});

test('one with something on its way is given back as it was, and is named only when that did not get through', () => {
  const left = new LeftTickets();
  const { ticket, sending } = aTicket('1000015', { state: 'sending', tries: 1 } as Standing);
  left.leave(ticket);
  expect(left.unsent.value).toEqual([]);
  sending.value = { state: 'waiting' } as Standing;
  expect(left.unsent.value).toEqual([{ number: '1000015', why: 'waiting' }]);
  expect(left.resume('1000015')).toBe(ticket);
  expect([left.unsent.value, ended]).toEqual([[], []]);
});

test('what nobody answered is sent once more; what was refused waits for its writer', () => {
  const left = new LeftTickets();
  left.leave(aTicket('1000015', { state: 'waiting' } as Standing).ticket);
  left.leave(aTicket('1000022', { state: 'not-sent', code: 'thread-full' }).ticket);
  left.resend();
  expect(sent).toEqual(['1000015']);
  expect(left.unsent.value).toEqual([
    { number: '1000015', why: 'waiting' },
    { number: '1000022', why: 'refused' },
  ]);
  left.forget('1000022');
  expect([ended, left.unsent.value.length]).toEqual([['1000022'], 1]);
});
