import { bounceTag, messageIdOf, replyTag } from '../../identity/mail-marks.ts';
import { IS_AUTOMATIC } from '../../policy/mail-limits.ts';
import { type DeliveryRow, sentIds } from '../../store/deliveries.ts';
import { findMail, receivedIds } from '../../store/mails.ts';
import type { Letter } from '../letter.ts';
import { type ComposeDeps, readsLetters } from './letter-deps.ts';

/** How many letters before it a letter names: longer headers are cut by servers. */
const NAMED_LETTERS = 20;

/** From whom to whom a letter goes, where answers and bounces come back to, and which letters it answers. */
export async function roadOf(
  deps: ComposeDeps,
  delivery: DeliveryRow,
  isKnown: boolean,
): Promise<Omit<Letter, 'subject' | 'text' | 'html' | 'headers'>> {
  const { mail, markKey } = deps;
  const { address } = mail.from;
  const number = delivery.ticket_number ?? '0';
  const isTagged = mail.hasPlusAddresses && readsLetters(deps);
  const tagged = (tag: string) => (isTagged ? address.replace(/@(?=[^@]*$)/, `+${tag}@`) : address);
  const thread = await earlierLetters(deps, delivery, isKnown);
  return {
    to: delivery.recipient,
    messageId: delivery.message_id ?? messageIdOf(markKey, { number, delivery: delivery.id }, mail.domain),
    inReplyTo: thread.at(-1) ?? null,
    references: thread,
    date: new Date(delivery.created_at),
    envelopeFrom: tagged(`odbicia-${bounceTag(markKey, delivery.id)}`),
    // What our own people answer to an alert must not join the customer's thread.
    replyTo: delivery.ticket_number === null || delivery.kind === 'alert' ? address : tagged(replyTag(markKey, number)),
  };
}

/**
 * Ids of the letters of the same ticket with the same person before this one, the oldest first. In an automatic letter to
 * an address that never wrote those of its letters are left out: an id may say anything, as a subject may.
 */
async function earlierLetters({ store }: ComposeDeps, delivery: DeliveryRow, isKnown: boolean): Promise<string[]> {
  const { ticket_number, mail_id, recipient, kind, created_at } = delivery;
  if (kind === 'alert' || kind === 'advisory') return [];
  const mayEcho = isKnown || !IS_AUTOMATIC[kind];
  if (ticket_number === null) {
    const asked = mail_id === null || !mayEcho ? null : await findMail(store, mail_id);
    return asked?.header_id ? [asked.header_id] : [];
  }
  const ours = await sentIds(store, ticket_number, recipient);
  const theirs = mayEcho ? await receivedIds(store, ticket_number, recipient) : [];
  return [...ours, ...theirs]
    .filter(({ id, at }) => at <= created_at && id !== delivery.message_id)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ id }) => id)
    .slice(-NAMED_LETTERS);
}
