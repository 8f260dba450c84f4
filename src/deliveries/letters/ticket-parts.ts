import { offeredName } from '../../attachments/offered-name.ts';
import { linkKey } from '../../identity/mail-marks.ts';
import type { MessageRow } from '../../store/messages.ts';
import type { Store } from '../../store/open.ts';
import type { TicketRow } from '../../store/tickets.ts';
import { uploadsOfTicket } from '../../store/uploads.ts';
import { type ComposeDeps, readsLetters, type TicketLetter } from './letter-deps.ts';
import type { LetterWords } from './letter-words.ts';
import { type Part, paragraph } from './parts.ts';

/** The first lines of a letter. */
export function greeting({ hello }: LetterWords, first: string): Part[] {
  return [paragraph(hello), paragraph(first)];
}

/** The subject of a letter about a ticket. Its number is for people only: nothing is joined by it. */
export function subjectOf({ number, subject }: TicketRow): string {
  return `[${number}] ${subject}`;
}

/** The ticket's own subject, or words of ours for whom no byte of the sender's goes to. */
export function subjectFor({ ticket, isKnown }: TicketLetter, ourWords: string): string {
  return isKnown ? subjectOf(ticket) : `[${ticket.number}] ${ourWords}`;
}

/** What opens this ticket and no other. */
export function linkTo({ publicUrl, markKey }: ComposeDeps, words: LetterWords, ticket: TicketRow): Part[] {
  const key = linkKey(markKey, ticket.number, ticket.link_version);
  const url = `${publicUrl}/z/#${ticket.number}.${key}`;
  return [{ kind: 'link', label: words.link, url }, paragraph(words.linkKept)];
}

/** How to add something to a ticket: by an answer where answers are read, by the link where the letter may have it. */
export function howToWriteOn(deps: ComposeDeps, { words, ticket, isKnown }: TicketLetter): Part[] {
  const roads = words.writeOn;
  if (isKnown) {
    return [paragraph(readsLetters(deps) ? roads.byMail : roads.byLink), ...linkTo(deps, words, ticket)];
  }
  if (readsLetters(deps)) return [paragraph(roads.byMail)];
  return [paragraph(ticket.channel === 'panel' ? words.writeOnInPanel : words.writeOnLater)];
}

/**
 * Names the files of a message, which letters do not carry: whoever has the ticket downloads them there, where what a scanner
 * says of them still counts.
 */
export async function namesOfFiles(
  db: Store,
  { id, ticket_number }: Pick<MessageRow, 'id' | 'ticket_number'>,
  say: (names: string) => string,
): Promise<Part[]> {
  const files = (await uploadsOfTicket(db, ticket_number)).filter(({ message_id }) => message_id === id);
  return files.length === 0 ? [] : [paragraph(say(files.map(({ name, type }) => offeredName(name, type)).join(', ')))];
}

/** Where a shop goes that is down. */
export function emergency({ emergencyUrl, publicUrl }: ComposeDeps, words: LetterWords): Part {
  return { kind: 'link', label: words.emergency, url: emergencyUrl ?? `${publicUrl}/awaria` };
}
