import { describe, expect, test } from 'vitest';
import { PATH_PARAMETERS, type PathParameter } from '../../src/contract/path-parameters.ts';
import { EMAIL, IDEMPOTENCY_KEY, SUPPORT_NUMBER, TICKET_TOKEN, UPLOAD_ID, VERSION } from '../../src/contract/shapes.ts';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';

const BASE64URL = ['A', 'z', '0', '-', '_'];

/** For each shape: what has it, and what is one letter away. */
const SHAPES: [name: string, shape: RegExp, has: string[], lacks: string[]][] = [
  [
    'a support number',
    SUPPORT_NUMBER,
    ['7KcWt9Ru', 'AB-9', 'x'.repeat(32)],
    ['7Kc', 'x'.repeat(33), '7KcWt9Ru ', ' 7KcWt9Ru', '7Kc_Wt9Ru', '7KcWt9Ż'],
  ],
  [
    'an e-mail address',
    EMAIL,
    ['a@b.pl', "o'neill+sklep@poczta.sklep.com.pl", 'a.b@c-d.e'],
    [
      'a@b',
      '@b.pl',
      'a@',
      'a@b.',
      'a@.pl',
      'a@b..pl',
      'a b@c.pl',
      'a@b.pl ',
      ' a@b.pl',
      'a@b@c.pl',
      'a@b.p,l',
      '<a@b.pl>',
    ],
  ],
  [
    'an idempotency key',
    IDEMPOTENCY_KEY,
    ['!'.repeat(16), '~'.repeat(255)],
    ['x'.repeat(15), 'x'.repeat(256), ` ${'x'.repeat(16)}`, `${'x'.repeat(16)} `, 'ż'.repeat(16), '\u007f'.repeat(16)],
  ],
  [
    'the id of an upload',
    UPLOAD_ID,
    BASE64URL.map((sign) => sign.repeat(22)),
    ['x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}+`, `+${'x'.repeat(21)}`],
  ],
  [
    'a ticket token',
    TICKET_TOKEN,
    BASE64URL.map((sign) => sign.repeat(43)),
    ['x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}/`, `/${'x'.repeat(42)}`],
  ],
  [
    'a version',
    VERSION,
    ['1', '10.4.2', '12345.12345.12345.12345.12345'],
    ['', '.1', '1.', '1..2', '123456', '1.123456', '1.2.3.4.5.6', 'v1', '1.2b', '1.b'],
  ],
];

describe.each(SHAPES)('%s', (_, shape, has, lacks) => {
  test.each(has)('is %j', (text) => {
    expect(shape.test(text)).toBe(true);
  });

  test.each(lacks)('is not %j', (text) => {
    expect(shape.test(text)).toBe(false);
  });
});

const ROW: [string[], string[]] = [
  ['1', '999999999'],
  ['', '0', '01', '1234567890', '-1', '1 ', ' 1', '1e3', '1.0', '१'],
];
const RANDOM: [string[], string[]] = [
  [...BASE64URL, 'x'.repeat(40)],
  ['', 'x'.repeat(41), 'a/b', '../x', 'x ', ' x', 'ż', '%00'],
];

/** For each parameter of a path: what may be looked up, and what never is. */
const NAMES: Record<PathParameter, [string[], string[]]> = {
  number: [
    [ticketNumber(1), ticketNumber(99_999_999)],
    ['', '0', '5725', 'x'],
  ],
  id: [['x'.repeat(22)], ['', 'x'.repeat(21), 'x'.repeat(23)]],
  shop: ROW,
  supportNumber: [
    ['7KcWt9Ru', 'abcd', 'x'.repeat(32)],
    ['', 'abc', 'x'.repeat(33), 'a b c d', 'żółw'],
  ],
  key: [
    ['r_x', `r_${'-'.repeat(40)}`],
    ['', 'r_', 'k_x', `r_${'x'.repeat(41)}`, 'r_a b'],
  ],
  incident: ROW,
  closing: ROW,
  address: ROW,
  block: ROW,
  alarm: ROW,
  view: ROW,
  mail: ROW,
  delivery: ROW,
  kid: [
    ['k_x', `k_${'-'.repeat(40)}`],
    ['', 'k_', 'x', 'xk_x', `k_${'x'.repeat(41)}`, 'k_a b', 'k_x '],
  ],
  macro: RANDOM,
  session: RANDOM,
  agent: RANDOM,
  passkey: RANDOM,
};

test.each(Object.entries(NAMES))('in a path, :%s names something or is never looked up', (name, [known, never]) => {
  const parameter = PATH_PARAMETERS[name as PathParameter];
  expect(known.filter((text) => !parameter.safeParse(text).success)).toEqual([]);
  expect(never.filter((text) => parameter.safeParse(text).success)).toEqual([]);
});
