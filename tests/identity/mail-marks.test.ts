import { expect, test } from 'vitest';
import {
  bounceTag,
  handedLinkKey,
  isUnsubscribeKey,
  linkKey,
  maskLinks,
  messageIdOf,
  readBounceTag,
  readLinkKey,
  readMessageId,
  readReplyTag,
  replyTag,
  unsubscribeKey,
} from '../../src/identity/mail-marks.ts';

const KEY = new Uint8Array(32).fill(9);
const OTHER = new Uint8Array(32).fill(1);
const NUMBER = '1000015';

test('our Message-ID names its ticket and delivery, and only with our key', () => {
  const id = messageIdOf(KEY, { number: NUMBER, delivery: 7 }, 'shopgold.pl');
  expect(id).toMatch(/^t\.1000015\.7\.[\w-]{22}@shopgold\.pl$/);
  expect(readMessageId(KEY, id)).toEqual({ number: NUMBER, delivery: 7 });
  expect(readMessageId(OTHER, id)).toBeNull();
  expect(readMessageId(KEY, id.replace('.7.', '.8.'))).toBeNull();
  expect(readMessageId(KEY, id.replace(NUMBER, '1000022'))).toBeNull();
  // A server that renames the domain renames no ticket.
  expect(readMessageId(KEY, id.replace('shopgold.pl', 'email.amazonses.com'))).toEqual({ number: NUMBER, delivery: 7 });
});

test('a letter about no ticket has the number 0', () => {
  const id = messageIdOf(KEY, { number: '0', delivery: 9 }, 'shopgold.pl');
  expect(readMessageId(KEY, id)).toEqual({ number: '0', delivery: 9 });
});

test('a reply address survives capitals, and nothing else', () => {
  const tag = replyTag(KEY, NUMBER);
  expect(tag).toMatch(/^1000015-[a-z2-7]{26}$/);
  expect(readReplyTag(KEY, tag.toUpperCase())).toBe(NUMBER);
  expect(readReplyTag(OTHER, tag)).toBeNull();
  expect(readReplyTag(KEY, tag.replace(NUMBER, '1000022'))).toBeNull();
  expect(readReplyTag(KEY, `${tag}a`)).toBeNull();
  expect(readReplyTag(KEY, 'biuro')).toBeNull();
});

test('base32 is that of RFC 4648: the bits of a MAC, five a letter', () => {
  const [, letters = ''] = bounceTag(KEY, 42).split('-');
  const bits = [...letters].map((letter) =>
    'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  expect(bits.join('')).toHaveLength(130);
  expect(bits.join('').slice(128)).toBe('00');
});

test('a bounce is believed by its tag only', () => {
  expect(readBounceTag(KEY, bounceTag(KEY, 42))).toBe(42);
  expect(readBounceTag(KEY, bounceTag(KEY, 42).replace('42-', '43-'))).toBeNull();
  expect(readBounceTag(KEY, '42')).toBeNull();
});

test('a link has 192 bits and opens one version of one ticket', () => {
  const key = linkKey(KEY, NUMBER, 1);
  expect(key).toMatch(/^[\w-]{32}$/);
  expect(readLinkKey(KEY, NUMBER, 1, key)).toBe('mailed');
  expect(readLinkKey(KEY, NUMBER, 2, key)).toBeNull();
  expect(readLinkKey(KEY, '1000022', 1, key)).toBeNull();
  expect(readLinkKey(KEY, NUMBER, 1, '')).toBeNull();
  expect(readLinkKey(KEY, NUMBER, 1, 'ż'.repeat(32))).toBeNull();
});

test('a link that was handed out opens the same, and is no proof that its mail is read', () => {
  const key = handedLinkKey(KEY, NUMBER, 1);
  expect(key).toMatch(/^[\w-]{32}$/);
  expect(readLinkKey(KEY, NUMBER, 1, key)).toBe('handed');
  expect(readLinkKey(KEY, NUMBER, 2, key)).toBeNull();
});

test('mail of a ticket is ended for one address', () => {
  const key = unsubscribeKey(KEY, NUMBER, 'anna@x.pl');
  expect(isUnsubscribeKey(KEY, NUMBER, 'anna@x.pl', key)).toBe(true);
  expect(isUnsubscribeKey(KEY, NUMBER, 'ewa@x.pl', key)).toBe(false);
  expect(isUnsubscribeKey(KEY, NUMBER, 'anna@x.pl', linkKey(KEY, NUMBER, 1))).toBe(false);
});

test('a quoted link loses its key', () => {
  const link = `https://pomoc.shopgold.pl/z/#${NUMBER}.${linkKey(KEY, NUMBER, 1)}`;
  expect(maskLinks(`> ${link} i dalej`)).toBe(`> https://pomoc.shopgold.pl/z/#${NUMBER} i dalej`);
  expect(maskLinks('https://sklep.pl/z/#produkt')).toBe('https://sklep.pl/z/#produkt');
});

test.each([
  [
    'Outlook puts into an address of its own',
    (link: string) => `https://safe.example/?url=${encodeURIComponent(link)}&d=1`,
  ],
  ['is put there twice', (link: string) => `https://a.example/?u=${encodeURIComponent(encodeURIComponent(link))}`],
  ['is wrapped within its key', (link: string) => `> ${link.slice(0, -9)}\n> ${link.slice(-9)} i dalej`],
  ['is cut short', (link: string) => link.slice(0, -3)],
  ['stands above other words', (link: string) => `${link}\nDalej`],
])('a link loses its key where it %s, and nothing else', (_, quote) => {
  const key = linkKey(KEY, NUMBER, 1);
  const masked = maskLinks(quote(`https://pomoc.shopgold.pl/z/#${NUMBER}.${key}`));
  for (const piece of [key.slice(0, 8), key.slice(-8)]) expect(masked).not.toContain(piece);
  expect(masked).toContain(NUMBER);
  expect(masked.includes('alej')).toBe(/alej/.test(quote('')));
});
