import { findMail, type MailRow, rawMail } from '../store/mails.ts';
import type { Store } from '../store/open.ts';
import { type ReadMail, readMail } from './read-mail.ts';

/** A letter that can be read, with its raw bytes. */
export interface ReadStored {
  raw: Uint8Array;
  letter: ReadMail;
}

/** A letter that cannot, and a code of the reason. */
export interface Unreadable {
  unreadable: 'no-bytes' | 'no-header' | 'fault';
}

/** Reads a letter that is stored. One that does not tell its language has that of its mailbox. */
export async function readStoredMail(store: Store, mailId: number): Promise<ReadStored | Unreadable> {
  const mail = await findMail(store, mailId);
  const raw = await rawMail(store, mailId);
  if (!mail || !raw) return { unreadable: 'no-bytes' };
  const letter = await readMail(raw, { isWhole: isStoredWhole(mail), language: mail.language });
  return 'unreadable' in letter ? letter : { raw, letter };
}

/** Whether all of a letter is stored, and not only the first part of one that is too long. */
export function isStoredWhole({ reason }: MailRow): boolean {
  return reason !== 'too-big';
}
