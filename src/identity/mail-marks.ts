import { createHmac, timingSafeEqual } from 'node:crypto';
import { isTicketNumber } from '../contract/tickets/ticket-number.ts';

/** What a letter of ours is about: its ticket and the row of the delivery. A letter about no ticket has the number 0. */
export interface LetterMark {
  number: string;
  delivery: number;
}

/** Bits of the MACs in ids and addresses, as bytes. */
const MARK_BYTES = 16;

/** Bytes of the key of a link: 192 bits. */
const LINK_BYTES = 24;

/**
 * The `Message-ID` of a letter, without angle brackets (`mail.md`): what answers it joins its ticket, and cannot be guessed.
 * @param key the service's key of marks, see `readServiceKey`
 * @param domain `MAIL_DOMAIN`
 */
export function messageIdOf(key: Uint8Array, { number, delivery }: LetterMark, domain: string): string {
  return `t.${number}.${delivery}.${mark(key, `id:${number}:${delivery}`).toString('base64url')}@${domain}`;
}

/** The letter of ours that a `Message-ID`, without angle brackets, names; null for any other. */
export function readMessageId(key: Uint8Array, id: string): LetterMark | null {
  const [, number = '', delivery = '', mac = ''] = /^t\.(\d{1,20})\.(\d{1,15})\.([\w-]{22})@[^@\s]+$/.exec(id) ?? [];
  const isOurs = isEqual(Buffer.from(mac, 'base64url'), mark(key, `id:${number}:${delivery}`));
  return mac !== '' && isOurs && (number === '0' || isTicketNumber(number))
    ? { number, delivery: Number(delivery) }
    : null;
}

/**
 * The part after the plus of an address that replies to a ticket go to, such as `pomoc+1000015-…@`. Servers make local
 * parts lower case on the way, so the MAC is base32.
 */
export function replyTag(key: Uint8Array, number: string): string {
  return `${number}-${base32(mark(key, `reply:${number}`))}`;
}

/** The ticket of a reply tag, in whatever case it came; null for any other text. */
export function readReplyTag(key: Uint8Array, tag: string): string | null {
  const [, number = '', mac = ''] = /^(\d{1,20})-([a-z2-7]{26})$/.exec(tag.toLowerCase()) ?? [];
  if (!isTicketNumber(number)) return null;
  return isEqual(Buffer.from(mac), Buffer.from(base32(mark(key, `reply:${number}`)))) ? number : null;
}

/** The part after the plus of the address that a letter's bounce comes back to: it names the delivery. */
export function bounceTag(key: Uint8Array, delivery: number): string {
  return `${delivery}-${base32(mark(key, `bounce:${delivery}`))}`;
}

/** The delivery of a bounce tag; null for any other text. */
export function readBounceTag(key: Uint8Array, tag: string): number | null {
  const [, delivery = '', mac = ''] = /^(\d{1,15})-([a-z2-7]{26})$/.exec(tag.toLowerCase()) ?? [];
  if (mac === '') return null;
  return isEqual(Buffer.from(mac), Buffer.from(base32(mark(key, `bounce:${delivery}`)))) ? Number(delivery) : null;
}

/**
 * The key in the fragment of a mailed link, `/z/#NUMBER.KEY`: nothing is stored, and a new version makes all earlier links
 * open nothing.
 */
export function linkKey(key: Uint8Array, number: string, version: number): string {
  return createHmac('sha256', key)
    .update(`link:${number}:${version}`)
    .digest()
    .subarray(0, LINK_BYTES)
    .toString('base64url');
}

/**
 * The key of a link that was handed to whoever had the ticket open. It opens the same; but who uses it has not shown that
 * they read the mail of the ticket's contact.
 */
export function handedLinkKey(key: Uint8Array, number: string, version: number): string {
  return linkKey(key, `handed:${number}`, version);
}

/** What a key from a link is for this ticket and version: mailed to its contact, or handed out; null for any other. */
export function readLinkKey(
  key: Uint8Array,
  number: string,
  version: number,
  given: string,
): 'mailed' | 'handed' | null {
  const isMailed = isEqual(Buffer.from(given), Buffer.from(linkKey(key, number, version)));
  const isHanded = isEqual(Buffer.from(given), Buffer.from(handedLinkKey(key, number, version)));
  return isMailed ? 'mailed' : isHanded ? 'handed' : null;
}

/** What ends the mail of a ticket with one press (RFC 8058), for one address. */
export function unsubscribeKey(key: Uint8Array, number: string, address: string): string {
  return mark(key, `unsubscribe:${number}:${address}`).toString('base64url');
}

/** Whether a key ends the mail of this ticket for this address. */
export function isUnsubscribeKey(key: Uint8Array, number: string, address: string, given: string): boolean {
  return isEqual(Buffer.from(given), Buffer.from(unsubscribeKey(key, number, address)));
}

/**
 * `/z/#NUMBER.KEY`, as it is and as programs put it within addresses of their own (`%2Fz%2F%23…`, maybe twice), and what may
 * be the rest of a key that was wrapped.
 */
const LINK =
  /((?:\/|%(?:25)*2F)z(?:\/|%(?:25)*2F)?(?:#|%(?:25)*23)\d{1,20})(?:\.|%(?:25)*2E)([\w-]{1,32})(?:(\n[>| \t]{0,10})([\w-]{1,31}))?/gi;

/** Our links in a text, such as one that quotes our letter, with their keys masked: a forwarded key opens nothing. */
export function maskLinks(text: string): string {
  return text.replace(LINK, (_, link: string, key: string, end = '', next = '') => {
    const isWrapped = key.length + next.length === 32 && next !== '';
    return `${link}${isWrapped ? '' : end + next}`;
  });
}

function mark(key: Uint8Array, about: string): Buffer {
  return createHmac('sha256', key).update(about).digest().subarray(0, MARK_BYTES);
}

function isEqual(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Lower-case base32 of RFC 4648 without padding. */
function base32(bytes: Uint8Array): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += letters[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text;
}
