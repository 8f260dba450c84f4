import { readMessageId, readReplyTag } from '../identity/mail-marks.ts';
import { findDelivery, findRenamedDelivery, sentIds } from '../store/deliveries.ts';
import { findMail, findMailByHeader, type MailRow } from '../store/mails.ts';
import type { Store } from '../store/open.ts';
import type { IncomingLetter } from './incoming-letter.ts';

/** What a letter belongs to. */
export interface LetterThread {
  /** the ticket that it joins; null for none */
  number: string | null;
  /** an earlier letter that waits for number and address, which this one may bring; null for none */
  waiting: MailRow | null;
  /**
   * whether a mark of ours says so that went to the address in `From`: it is somebody's who writes to us. Another address is
   * not: whoever has a mark of his own could name a stranger as the sender
   */
  isFromReader: boolean;
}

const NONE: LetterThread = { number: null, waiting: null, isFromReader: false };

/** The part of an address after its plus. */
const TAG = /^[^+@]+\+([^@]+)@/;

/**
 * What a letter answers: by our own `Message-ID`, the last one first, by the address that it was sent to, or by the
 * writer's own earlier letter. Nothing else joins anything: a number in the subject can be guessed, and a mark cannot.
 */
export async function threadOfLetter(store: Store, markKey: Uint8Array, letter: IncomingLetter): Promise<LetterThread> {
  const from = letter.from?.address.toLowerCase() ?? null;
  const ids = [...letter.inReplyTo, ...letter.references.toReversed()];
  for (const id of ids) {
    const mark = readMessageId(markKey, id);
    const delivery = mark && (await findDelivery(store, mark.delivery));
    if (!delivery) continue;
    // What our own people answer to an alarm is no word of the customer, to whatever address it went.
    if (delivery.kind === 'alert') return NONE;
    const isFromReader = delivery.recipient === from;
    if (delivery.ticket_number) return { ...NONE, number: delivery.ticket_number, isFromReader };
    const waiting = delivery.mail_id === null ? null : await findMail(store, delivery.mail_id);
    if (waiting) return { ...ofMail(waiting), isFromReader };
  }
  for (const address of letter.to) {
    const number = readReplyTag(markKey, TAG.exec(address)?.[1] ?? '');
    if (!number) continue;
    const isFromReader = from !== null && (await sentIds(store, number, from)).length > 0;
    return { ...NONE, number, isFromReader };
  }
  return from === null ? NONE : ofSameAddress(store, ids, from);
}

/**
 * By the writer's own earlier letter, or by ours to the same address under the id that a server gave it: how well that can
 * be guessed nobody knows, so it proves nothing more.
 * @param from in lower case
 */
async function ofSameAddress(store: Store, ids: readonly string[], from: string): Promise<LetterThread> {
  for (const id of ids) {
    const own = await findMailByHeader(store, id, from);
    if (own) return ofMail(own);
    const renamed = await findRenamedDelivery(store, id, from);
    if (renamed && renamed.kind !== 'alert') return { ...NONE, number: renamed.ticket_number };
  }
  return NONE;
}

function ofMail(mail: MailRow): LetterThread {
  if (mail.ticket_number) return { ...NONE, number: mail.ticket_number };
  return { ...NONE, waiting: mail.fate === 'waits' ? mail : null };
}
