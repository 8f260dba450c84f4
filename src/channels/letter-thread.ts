import { readMessageId, readReplyTag } from '../identity/mail-marks.ts';
import { findDelivery } from '../store/deliveries.ts';
import { findMail, findMailByHeader, type MailRow } from '../store/mails.ts';
import type { Store } from '../store/open.ts';
import type { IncomingLetter } from './incoming-letter.ts';

/** What a letter belongs to. */
export interface LetterThread {
  /** the ticket that it joins; null for none */
  number: string | null;
  /** an earlier letter that waits for number and address, which this one may bring; null for none */
  waiting: MailRow | null;
  /** whether a mark of ours says so: whoever has it got a letter of ours */
  isMarked: boolean;
}

const NONE: LetterThread = { number: null, waiting: null, isMarked: false };

/** The part of an address after its plus. */
const TAG = /^[^+@]+\+([^@]+)@/;

/**
 * What a letter answers: by our own `Message-ID`, the last one first, by the address that it was sent to, or by the
 * writer's own earlier letter. Nothing else joins anything: a number in the subject can be guessed, and a mark cannot.
 */
export async function threadOfLetter(store: Store, markKey: Uint8Array, letter: IncomingLetter): Promise<LetterThread> {
  const ids = [...letter.inReplyTo, ...letter.references.toReversed()];
  for (const id of ids) {
    const mark = readMessageId(markKey, id);
    const delivery = mark && (await findDelivery(store, mark.delivery));
    if (!delivery) continue;
    // What our own people answer to an alarm is no word of the customer, to whatever address it went.
    if (delivery.kind === 'alert') return NONE;
    if (delivery.ticket_number) return { ...NONE, number: delivery.ticket_number, isMarked: true };
    const waiting = delivery.mail_id === null ? null : await findMail(store, delivery.mail_id);
    if (waiting) return { ...ofMail(waiting), isMarked: true };
  }
  for (const address of letter.to) {
    const number = readReplyTag(markKey, TAG.exec(address)?.[1] ?? '');
    if (number) return { ...NONE, number, isMarked: true };
  }
  return ofOwnLetter(store, ids, letter.from?.address ?? null);
}

/** By the writer's own earlier letter: the same address, which proves nothing more. */
async function ofOwnLetter(store: Store, ids: readonly string[], from: string | null): Promise<LetterThread> {
  if (from === null) return NONE;
  for (const id of ids) {
    const own = await findMailByHeader(store, id, from.toLowerCase());
    if (own) return ofMail(own);
  }
  return NONE;
}

function ofMail(mail: MailRow): LetterThread {
  if (mail.ticket_number) return { ...NONE, number: mail.ticket_number };
  return { ...NONE, waiting: mail.fate === 'waits' ? mail : null };
}
