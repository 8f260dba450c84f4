import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBody } from '../../browser/outbox-entry.ts';
import { INVISIBLE, plainLine, plainName } from '../../src/contract/plain-line.ts';
import { ticketFields } from '../../src/contract/tickets/ticket-fields.ts';

const [ZWNJ, ZWJ, ZWSP, VS16] = ['\u200c', '\u200d', '\u200b', '\ufe0f'];
const JOINERS = [ZWNJ, ZWJ];

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
    const sent = {
      email: `anna${unseen}@sklep.example`,
      name: `${unseen}Anna ${unseen}Ż.`,
      phone: `${unseen}600 100 200`,
    };
    expect(contact.parse(sent)).toEqual({ email: 'anna@sklep.example', name: 'Anna Ż.', phone: '600 100 200' });
    expect(contact.safeParse({ ...sent, name: unseen }).success).toBe(false);
  });

  test('is in a name only where it joins two letters or emoji', () => {
    expect(plainName(`${unseen} Anna${unseen}-${unseen}Ewa 1${unseen}2 ${unseen}`)).toBe('Anna-Ewa 12');
    const joined = `An${unseen}na`;
    expect(plainName(joined)).toBe(JOINERS.includes(unseen) ? joined : 'Anna');
  });
});

describe('a name keeps the joiners that it is spelled with', () => {
  const { contact } = ticketFields;

  test.each([
    ['Persian', `علی${ZWNJ}رضا`],
    ['Hindi', `शक्${ZWJ}ति`],
    ['Bengali', `র${ZWJ}্যাব`],
    ['Malayalam', `കണ്ണന${ZWJ}്`],
    ['a family', `Anna 👩${ZWJ}👩${ZWJ}👧${ZWJ}👦`],
    ['a couple', `👩🏽${ZWJ}❤${VS16}${ZWJ}👨🏿 z Łodzi`],
    ['a flag', `🏳${VS16}${ZWJ}🌈`],
    ['a heart', `Ola ❤${VS16}`],
  ])('%s', (_, name) => {
    expect(plainName(name)).toBe(name);
    const email = `anna${ZWJ}@sklep.example`;
    const sent = JSON.parse(toBody({ email, name }));
    expect(sent).toEqual({ email: 'anna@sklep.example', name });
    expect(contact.parse({ email, name })).toEqual(sent);
  });

  test('and no other: what is left of any text joins, and is left again', () => {
    const piece = fc.constantFrom(...JOINERS, ZWSP, VS16, 'a', 'ż', ' ', '-', '7', 'ی', '्', '👩', '❤', '🏽', '\u034f');
    const name = fc.oneof(
      fc.array(piece).map((all) => all.join('')),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(name, (typed) => {
        const left = plainName(typed);
        expect(plainName(left)).toBe(left);
        // What is seen is what was typed, in its order.
        expect(plainLine(left)).toBe(plainLine(typed));
        const joined = left.replace(/(?<=[\p{L}\p{M}\p{S}])[\u200c\u200d](?=[\p{L}\p{M}\p{S}])/gu, '');
        expect(joined.replace(/(?<=\p{Emoji})\ufe0f/gu, '').search(INVISIBLE)).toBe(-1);
      }),
    );
  });
});

test.each(['Żaneta Łącka-Ó', 'Ἀθηνᾶ', 'नमस्ते', '田中', "O'Neill", 'a+b@sklep.example', '+48 (22) 600-100'])(
  '%s stays as it is',
  (line) => {
    expect(plainLine(line)).toBe(line);
  },
);
