import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that are not taken for one another when they are read out or written down. */
const SIGNS = 'ACDEFGHJKMNPRTUVWXY34679';

/** A code that is read out by telephone (`mail.md`): eight of 24 signs are 36 bits, against 50 tries. */
const CODE_LENGTH = 8;

/** How long such a code is valid, in days of 24 hours. */
export const CODE_DAYS = 3;

/** Wrong tries at the code of a ticket, of everybody together; after them it opens nothing. */
export const CODE_TRIES = 50;

/** A new code, in capitals. */
export function newTicketCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

/**
 * The stored form of a code as somebody typed it: in any case, with blanks and dashes. Keyed, as whoever reads the
 * table could try all codes against a plain hash; bound to its ticket.
 * @param key the service's key of marks
 */
export function ticketCodeHash(key: Uint8Array, number: string, typed: string): string {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return createHmac('sha256', key).update(`code:${number}:${code}`).digest('hex');
}

/** Whether two stored forms are the same, in constant time. */
export function isSameCode(given: string, stored: string): boolean {
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(stored, 'hex'));
}
