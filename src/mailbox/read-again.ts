import type { IncomingLetter } from '../channels/incoming-letter.ts';
import type { Store } from '../store/open.ts';
import { readStoredMail } from './read-stored-mail.ts';

/**
 * Reads a stored letter once more: an agent decides about it, or an answer brought the shop that it did not name.
 * @returns null when its bytes are gone, or nobody can read them
 */
export async function readAgain(store: Store, mailId: number): Promise<IncomingLetter | null> {
  const again = await readStoredMail(store, mailId);
  return 'unreadable' in again ? null : again.letter;
}
