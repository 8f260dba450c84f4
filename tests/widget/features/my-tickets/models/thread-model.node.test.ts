import { describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../../../../browser/http.ts';
import type { Message } from '../../../../../src/contract/tickets/message.ts';
import type { Ticket } from '../../../../../src/contract/tickets/read-ticket.ts';
import { HELD_SECONDS } from '../../../../../src/policy/owed-mail.ts';
import { HELD_MS, ThreadModel } from '../../../../../widget/features/my-tickets/models/thread-model.ts';
import type { ThreadClient } from '../../../../../widget/features/my-tickets/thread-client.ts';
import { aMessage, aThread, NO_ANSWER, NOT_FOUND, ok } from '../../../../support/widget-threads.ts';

const KEY = 'k'.repeat(22);

/** A thread whose service answers so, one after another. */
function aPage(...answers: Answer<Ticket>[]) {
  const readTicket = vi.fn<ThreadClient['readTicket']>(async () => answers.shift() ?? { outcome: 'unchanged' });
  const markSeen = vi.fn<ThreadClient['markSeen']>(async () => ok(null));
  const announce = vi.fn();
  const onSeen = vi.fn();
  const model = new ThreadModel({
    number: '1000015',
    client: { readTicket, markSeen, readAttachment: async () => NOT_FOUND },
    withCredentials: (_number, ask) => ask('token'),
    announce,
    onSeen,
    written: async () => KEY,
  });
  return { model, readTicket, markSeen, announce, onSeen };
}

const answered = aThread({
  status: 'waiting-for-customer',
  waitingSince: null,
  answerBy: null,
  messages: [aMessage(1), aMessage(2)],
});

test('a thread is read, and asked for again with what is known of it', async () => {
  const { model, readTicket } = aPage(ok(aThread(), '"1000015-1"'));
  expect([await model.refresh(), await model.refresh()]).toEqual([5000, 5000]);
  expect(model.ticket.value).toEqual(aThread());
  expect(readTicket.mock.calls.map(([, , etag]) => etag)).toEqual(['', '"1000015-1"']);
});

test('an answer that comes while the thread is open is announced, and seen', async () => {
  const { model, announce, markSeen, onSeen } = aPage(ok(aThread()), ok(answered));
  await model.refresh();
  expect([model.arrived.value, markSeen.mock.calls]).toEqual([null, []]);
  await model.refresh();
  expect(model.arrived.value).toEqual(aMessage(2));
  expect(announce.mock.calls).toEqual([['reply', { number: '1000015' }]]);
  expect(markSeen.mock.calls).toEqual([['1000015', 'token', 2, undefined]]);
  await expect.poll(() => onSeen.mock.calls).toEqual([[1]]);
});

test('an answer that was there before is marked, and not announced', async () => {
  const { model, announce } = aPage(ok(answered));
  await model.refresh();
  expect([model.firstUnread.value, model.arrived.value]).toEqual(['1000015-2', null]);
  expect(announce).not.toHaveBeenCalled();
});

test('what the owner wrote elsewhere is no answer', async () => {
  const written = aThread({ messages: [aMessage(1), aMessage(2, { from: 'customer' })] });
  const { model, announce, markSeen } = aPage(ok(aThread()), ok(written));
  await model.refresh();
  await model.refresh();
  expect([announce.mock.calls, markSeen.mock.calls, model.arrived.value]).toEqual([[], [], null]);
});

describe('whoever is at work in the thread', () => {
  const justNow = (position: number, otherwise: Partial<Message> = {}) =>
    aMessage(position, { at: new Date().toISOString(), ...otherwise });
  const read = aThread({ seenMessages: 2, messages: [aMessage(1), justNow(2)] });

  test('is told to the service with the key of what this browser wrote, once for a reply', async () => {
    const { model, markSeen } = aPage(ok(read));
    await model.refresh();
    expect(markSeen).not.toHaveBeenCalled();
    await model.attend();
    await model.attend();
    expect(markSeen.mock.calls).toEqual([['1000015', 'token', 2, KEY]]);
  });

  test.each([
    ['before the reply is here', aThread()],
    ['after they wrote again', aThread({ messages: [aMessage(1), justNow(2), justNow(3, { from: 'customer' })] })],
    ['when the letter is on its way', aThread({ messages: [aMessage(1), aMessage(2)], seenMessages: 2 })],
  ])('is not told %s', async (_, thread) => {
    const { model, markSeen } = aPage(ok(thread));
    await model.refresh();
    markSeen.mockClear();
    await model.attend();
    expect(markSeen).not.toHaveBeenCalled();
  });

  test('is told as long as the service holds the letter', () => {
    expect(HELD_MS).toBe(HELD_SECONDS * 1000);
  });
});

test('a ticket that is gone is not asked for again', async () => {
  const { model } = aPage(NOT_FOUND);
  expect([await model.refresh(), model.state.value]).toEqual([Number.POSITIVE_INFINITY, 'gone']);
});

test('without an answer the thread stays, and the pauses grow, as the service asks', async () => {
  const busy = { outcome: 'unanswered', retryAfter: 90 } as const;
  const { model } = aPage(ok(aThread()), NO_ANSWER, NO_ANSWER, busy, ok(aThread()));
  const pauses: number[] = [];
  for (let looks = 0; looks < 5; looks++) pauses.push(await model.refresh());
  expect(pauses).toEqual([5000, 10_000, 20_000, 90_000, 5000]);
  expect([model.ticket.value, model.state.value]).toEqual([aThread(), 'shown']);
});
