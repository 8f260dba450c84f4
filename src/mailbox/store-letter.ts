import type { Language } from '../contract/lists.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMail } from '../store/mails.ts';
import type { StoreAndClock } from '../store/open.ts';
import { contentKey } from './content-key.ts';
import type { FoundLetter } from './fetch-letters.ts';
import { readHead } from './mail-head.ts';

/**
 * Stores a letter as it came, before anybody understands it. The same letter of two mailboxes, or met again after a crash,
 * is stored once.
 * @returns whether it is new
 */
export async function storeLetter(
  { store, now }: StoreAndClock,
  mailbox: { name: string; language: Language },
  { raw, bytes, isCut, uid, uidValidity }: FoundLetter,
): Promise<boolean> {
  const id = await insertMail(store, {
    content_key: contentKey(raw, readHead(raw)),
    mailbox: mailbox.name,
    uid_validity: uidValidity,
    uid,
    stored_at: toInstantText(now()),
    bytes,
    raw,
    fate: 'stored',
    reason: isCut ? 'too-big' : null,
    language: mailbox.language,
  });
  return id !== null;
}
