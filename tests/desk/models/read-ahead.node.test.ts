import { expect, test } from 'vitest';
import { createReadAhead } from '../../../desk/models/read-ahead.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { ok } from '../../support/http-answers.ts';

/** A service that answers when it is told to, and a clock that stands. */
function aReader() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const clock = { now: 0 };
  const ahead = createReadAhead(
    {
      readTicket: (number) => {
        asked.push(number);
        return new Promise((resolve) => {
          answers.push(() => resolve(ok({ ticket: { number } } as unknown as DeskTicket)));
        });
      },
    },
    () => clock.now,
  );
  const answer = async () => {
    answers.shift()?.();
    await new Promise((later) => setTimeout(later));
  };
  return { ahead, asked, answer, clock };
}

test('of many that are pointed at one is read at a time, and after it only the last', async () => {
  const { ahead, asked, answer } = aReader();
  for (const number of ['1', '2', '3', '4']) ahead.want(number);
  expect(asked).toEqual(['1']);
  await answer();
  expect(asked).toEqual(['1', '4']);
  await answer();
  expect([ahead.take('1')?.ticket.number, ahead.take('2'), ahead.take('4')?.ticket.number]).toEqual(['1', null, '4']);
});

test('what was read is handed out once, and not when it is old', async () => {
  const { ahead, answer, clock } = aReader();
  ahead.want('1');
  await answer();
  expect(ahead.take('1')).not.toBeNull();
  expect(ahead.take('1')).toBeNull();
  ahead.want('1');
  await answer();
  clock.now = 20_000;
  expect(ahead.take('1')).toBeNull();
});

test('nor when something happened to it, also while it was read', async () => {
  const { ahead, answer } = aReader();
  ahead.want('1');
  ahead.forget('1');
  await answer();
  expect(ahead.take('1')).toBeNull();
  ahead.want('2');
  await answer();
  ahead.forget(null);
  expect(ahead.take('2')).toBeNull();
});
