import type { Language } from '../contract/lists.ts';

/** A file of a letter. */
export interface LetterFile {
  name: string;
  type: string;
  content: Uint8Array;
}

/** A letter as it was understood: what the mailbox makes of its bytes. Ids are without angle brackets. */
export interface IncomingLetter {
  headerId: string | null;
  inReplyTo: readonly string[];
  references: readonly string[];
  from: { address: string; name: string } | null;
  /** every address it was sent to, also by a blind copy where the server says so */
  to: readonly string[];
  cc: readonly string[];
  subject: string;
  /** what was newly written */
  text: string;
  quoted: string | null;
  language: Language;
  files: readonly LetterFile[];
  /** files that were left out before anybody looked at them, by name */
  leftOut: readonly string[];
  kind: 'person' | 'automatic' | 'bounce' | 'list' | 'spam' | 'encrypted';
  /** a code of why it is that kind */
  reason: string | null;
  bounce: { recipient: string; status: string; isHard: boolean } | null;
}

/** A letter that is stored, and may have been met before a crash: it is taken once, whoever takes it again. */
export interface StoredLetter {
  /** its id in the store */
  id: number;
  contentKey: string;
  read: IncomingLetter;
  /** whether DMARC passed for its `From` address */
  isAligned: boolean;
}

/** What became of a letter. */
export type LetterFate =
  | { fate: 'opened' | 'joined'; ticketNumber: string }
  | { fate: 'waits'; reason: 'no-shop' | 'asked-before' }
  | { fate: 'set-aside' | 'bounce'; reason: string };
