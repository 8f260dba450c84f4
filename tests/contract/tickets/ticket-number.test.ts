import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTicketNumber, ticketNumber } from '../../../src/contract/tickets/ticket-number.ts';

const sequence = fc.integer({ min: 1, max: 99_999_999 });

test("Damm's own example: 572 has the check digit 4", () => {
  expect(ticketNumber(572)).toBe('5724');
});

test('every number we give is recognised as one', () => {
  fc.assert(fc.property(sequence, (value) => isTicketNumber(ticketNumber(value))));
});

test('one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(sequence, fc.nat(), fc.integer({ min: 1, max: 9 }), (value, place, step) => {
      const digits = [...ticketNumber(value)];
      const at = place % digits.length;
      digits[at] = String((Number(digits[at]) + step) % 10);
      return !isTicketNumber(digits.join(''));
    }),
  );
});

test('two neighbours swapped are always noticed', () => {
  fc.assert(
    fc.property(sequence, fc.nat(), (value, place) => {
      const digits = [...ticketNumber(value)];
      const at = place % (digits.length - 1);
      const [left, right] = [digits[at] as string, digits[at + 1] as string];
      fc.pre(left !== right);
      digits[at] = right;
      digits[at + 1] = left;
      return !isTicketNumber(digits.join(''));
    }),
  );
});

test.each(['', '0', '5', '05724', '5724 ', ' 5724', '57 24', '5724\n', '५७२४', '99999999999999999999'])(
  '%j is no ticket number',
  (value) => {
    expect(isTicketNumber(value)).toBe(false);
  },
);
