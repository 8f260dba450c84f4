import type { DeskMailRead, LetterWords } from '../contract/desk/mails.ts';
import { shopsLikeLetter } from '../shops/shops-like-letter.ts';
import { agentNames } from '../store/agents.ts';
import { findKeptMail } from '../store/mails.ts';
import { resolveMerged } from '../tickets/resolve-merged.ts';
import { allWordsOf, type PersonDeps } from './email.ts';
import type { IncomingLetter } from './incoming-letter.ts';
import { restOf, textOf } from './letter-ticket.ts';
import { toDeskMail } from './list-letters.ts';

/**
 * One letter with what it says, as its ticket would show it, and the shops that it may be of while it has no ticket; null
 * when there is no such letter.
 */
export async function readLetter(
  { store, now, readAgain }: Pick<PersonDeps, 'store' | 'now' | 'readAgain'>,
  id: number,
): Promise<DeskMailRead | null> {
  const row = await findKeptMail(store, id);
  if (!row) return null;
  const read = row.is_kept === 1 ? await readAgain(id) : null;
  const ticket = row.ticket_number === null ? null : await resolveMerged(store, row.ticket_number);
  const text = read ? allWordsOf(read) : (row.subject ?? '');
  return {
    mail: toDeskMail(row, row.fate, await agentNames(store, new Set(row.handled_by === null ? [] : [row.handled_by]))),
    ticket: ticket?.number ?? null,
    words: read && toWords(read),
    shops: ticket ? [] : await shopsLikeLetter(store, { from: row.from_address, text }, now()),
  };
}

function toWords(read: IncomingLetter): LetterWords {
  return {
    text: textOf(read),
    quoted: restOf(read, read.leftOut),
    files: read.files.map(({ name, content }) => ({ name, bytes: content.length })),
    copiedTo: [...read.cc],
  };
}
