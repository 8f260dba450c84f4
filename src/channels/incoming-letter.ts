import type { Language } from '../contract/lists.ts';

/** A file of a letter. */
export interface LetterFile {
  name: string;
  /** the media type as the letter says it */
  type: string;
  content: Uint8Array;
}

/** A letter as it was understood: what the mailbox makes of its bytes. Ids are without angle brackets. */
export interface IncomingLetter {
  /** its `Message-ID`; null when it has none that can be used */
  headerId: string | null;
  inReplyTo: readonly string[];
  /** the nearest last; of a bounce also the letter that came back */
  references: readonly string[];
  /** the address in lower case; the name empty when the letter gives none */
  from: { address: string; name: string } | null;
  /** every address it was sent to, also by a blind copy where the server says so */
  to: readonly string[];
  cc: readonly string[];
  subject: string;
  /** what was newly written */
  text: string;
  quoted: string | null;
  signature: string | null;
  /** all words in their order: what is new in them is told better once the thread is known */
  body: string;
  language: Language;
  files: readonly LetterFile[];
  /** files that were left out before anybody looked at them, by name */
  leftOut: readonly string[];
  kind: 'person' | 'automatic' | 'bounce' | 'list' | 'spam' | 'encrypted';
  /** a code of why it is that kind */
  reason: string | null;
  bounce: { recipient: string | null; status: string | null; isHard: boolean } | null;
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
