import type { IncomingLetter } from '../channels/incoming-letter.ts';
import { rawMail } from '../store/mails.ts';
import type { Store } from '../store/open.ts';
import { readMail } from './read-mail.ts';

/**
 * Reads a stored letter once more: an agent decides about it, or an answer brought the shop that it did not name.
 * @returns null when its bytes are gone, or nobody can read them
 */
export async function readAgain(store: Store, mailId: number): Promise<IncomingLetter | null> {
  const raw = await rawMail(store, mailId);
  const read = raw && (await readMail(raw));
  return read && !('unreadable' in read) ? read : null;
}
