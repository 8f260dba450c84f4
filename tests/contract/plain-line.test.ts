import { describe, expect, test } from 'vitest';
import { plainLine } from '../../src/contract/plain-line.ts';
import { ticketFields } from '../../src/contract/tickets/ticket-fields.ts';

/** By code point: nobody could see them here. */
const UNSEEN = [
  0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202c, 0x202e,
  0x2060, 0x2063, 0x2066, 0x2069, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xe0020,
].map((point) => [point.toString(16), String.fromCodePoint(point)] as const);

describe.each(UNSEEN)('U+%s', (_point, unseen) => {
  test('is not in a line that is compared or dialled, wherever it stood', () => {
    expect(plainLine(`${unseen} anna${unseen}@sklep.example${unseen}`)).toBe('anna@sklep.example');
  });

  test('is dropped by the service too, whoever calls it', () => {
    const { contact } = ticketFields;
    const sent = { email: `anna${unseen}@sklep.example`, name: `An${unseen}na`, phone: `${unseen}600 100 200` };
    expect(contact.parse(sent)).toEqual({ email: 'anna@sklep.example', name: 'Anna', phone: '600 100 200' });
    expect(contact.safeParse({ ...sent, name: unseen }).success).toBe(false);
  });
});

test.each(['Żaneta Łącka-Ó', 'Ἀθηνᾶ', 'नमस्ते', '田中', "O'Neill", 'a+b@sklep.example', '+48 (22) 600-100'])(
  '%s stays as it is',
  (line) => {
    expect(plainLine(line)).toBe(line);
  },
);
