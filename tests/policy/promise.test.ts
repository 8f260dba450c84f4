import { expect, test } from 'vitest';
import { WARSAW } from '../../src/contract/warsaw.ts';
import { answerBy, IS_PROMISED } from '../../src/policy/promise.ts';

const warsaw = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(WARSAW).toInstant();

test.each([
  ['2026-11-22T10:00', '2026-11-25T10:00'],
  ['2026-10-24T12:00', '2026-10-27T11:00'],
  ['2026-03-28T12:00', '2026-03-31T13:00'],
])('a question of %s is answered by %s, 259 200 s later, across DST too (A4)', (asked, answered) => {
  const due = answerBy(warsaw(asked));
  expect(due.toString()).toBe(warsaw(answered).toString());
  expect(due.epochMilliseconds).toBe(warsaw(asked).epochMilliseconds + 259_200_000);
});

test('e-mail has no promise, every other channel has one (R8)', () => {
  expect(IS_PROMISED).toEqual({ panel: true, form: true, phone: true, email: false });
});
