import type { MailSettings } from '../../mail-settings.ts';
import type { Store } from '../../store/open.ts';
import type { TicketRow } from '../../store/tickets.ts';
import type { VendorSettings } from '../../vendor-settings/vendor-settings.ts';
import type { LetterWords } from './letter-words.ts';
import type { Part } from './parts.ts';

/** What it takes to write letters. */
export interface ComposeDeps {
  store: Store;
  /** the key of marks in letters and links */
  markKey: Uint8Array;
  mail: MailSettings;
  /** where browsers reach this service */
  publicUrl: string;
  /** the emergency page on another host, which letters name; null where there is none: then it is ours */
  emergencyUrl: string | null;
  /** the environment's values, used where nobody set anything at the desk */
  firstSettings: VendorSettings;
}

/** What a letter says; how it goes is the same for all. */
export interface Said {
  subject: string;
  parts: Part[];
}

/** A letter about a ticket, before it has words. */
export interface TicketLetter {
  words: LetterWords;
  ticket: TicketRow;
  /** whether its recipient wrote to us or opened one of our links: others get no byte of the sender's, and no link */
  isKnown: boolean;
}

/** Whether answers to our letters are read: otherwise no letter may ask for one. */
export function readsLetters({ mail }: Pick<ComposeDeps, 'mail'>): boolean {
  return mail.mailboxes.length > 0;
}
