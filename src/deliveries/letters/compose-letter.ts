import { unsubscribeKey } from '../../identity/mail-marks.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import { findMailAddress } from '../../store/mail-addresses.ts';
import { findTicket } from '../../store/tickets.ts';
import type { Letter } from '../letter.ts';
import { advisory } from './advisory.ts';
import { alert } from './alert.ts';
import { copy } from './copy.ts';
import { late } from './late.ts';
import type { ComposeDeps, Said } from './letter-deps.ts';
import { inHtml } from './letter-html.ts';
import { roadOf } from './letter-road.ts';
import type { LetterWords } from './letter-words.ts';
import { lostLink } from './lost-link.ts';
import { inText, type Part } from './parts.ts';
import { question } from './question.ts';
import { receipt } from './receipt.ts';
import { reply } from './reply.ts';
import { LETTER_WORDS } from './words.ts';

/**
 * Writes a letter that is owed, from what stands in the database now. To an address that never wrote to us an automatic
 * letter carries no character of whoever named it, and no link: it may be a stranger's (`mail.md`, "No cannon").
 * @returns null when there is nothing to say any more
 */
export async function composeLetter(deps: ComposeDeps, delivery: DeliveryRow): Promise<Letter | null> {
  const words = LETTER_WORDS[delivery.language];
  const isKnown = Boolean((await findMailAddress(deps.store, delivery.recipient))?.wrote_at);
  const said = await say(deps, delivery, words, isKnown);
  return said && { ...(await roadOf(deps, delivery, isKnown)), ...dress(deps, delivery, words, said) };
}

async function say(
  deps: ComposeDeps,
  delivery: DeliveryRow,
  words: LetterWords,
  isKnown: boolean,
): Promise<Said | null> {
  if (delivery.kind === 'question') return question(deps, words);
  if (delivery.kind === 'advisory') return advisory(deps, delivery, words);
  const ticket = delivery.ticket_number === null ? null : await findTicket(deps.store, delivery.ticket_number);
  if (!ticket) return null;
  const letter = { words, ticket, isKnown };
  switch (delivery.kind) {
    case 'receipt':
      return receipt(deps, letter);
    case 'reply':
    case 'solution':
      return reply(deps, delivery, letter);
    case 'copy':
      return copy(deps, delivery, letter);
    case 'late':
      return late(deps, letter);
    case 'link':
      return lostLink(deps, letter);
    case 'alert':
      return alert(deps, letter);
  }
}

/** The subject, both texts and headers of a letter, with its last lines. */
function dress(deps: ComposeDeps, delivery: DeliveryRow, words: LetterWords, { subject, parts }: Said) {
  const { ticket_number: number } = delivery;
  const unsubscribe = unsubscribeUrl(deps, delivery);
  const foot: Part[] =
    unsubscribe && number
      ? [{ kind: 'foot', text: words.reason(number), link: { label: words.unsubscribe(number), url: unsubscribe } }]
      : [];
  const all = [...parts, ...foot];
  return {
    subject,
    text: inText(all),
    html: inHtml(subject, all, delivery.language),
    headers: {
      ...AUTOMATIC[delivery.kind],
      ...(unsubscribe && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** Exchange answers what is automatic with "out of office" unless it is told not to. */
const NO_ANSWERS = { 'X-Auto-Response-Suppress': 'All' };
const GENERATED = { 'Auto-Submitted': 'auto-generated', ...NO_ANSWERS };

/** What RFC 3834 wants said of automatic letters; an agent's words are none. */
const AUTOMATIC: Record<DeliveryRow['kind'], Record<string, string>> = {
  receipt: GENERATED,
  reply: {},
  copy: {},
  solution: {},
  question: { 'Auto-Submitted': 'auto-replied', ...NO_ANSWERS },
  late: GENERATED,
  link: GENERATED,
  advisory: GENERATED,
  alert: GENERATED,
};

/** What ends the letters of this ticket with one press (RFC 8058); null for those that are not its contact's. */
function unsubscribeUrl({ publicUrl, markKey }: ComposeDeps, { kind, ticket_number, recipient }: DeliveryRow) {
  if (ticket_number === null || kind === 'alert' || kind === 'copy') return null;
  return `${publicUrl}/listy/${ticket_number}/${unsubscribeKey(markKey, ticket_number, recipient)}`;
}
