import { cutLetter } from '../channels/cut-quote.ts';
import type { IncomingLetter } from '../channels/incoming-letter.ts';
import type { Language } from '../contract/lists.ts';
import { maskLinks } from '../identity/mail-marks.ts';
import { readBounce } from './bounce.ts';
import { type Classified, classifyHead } from './classify.ts';
import { cleanHeader } from './clean-header.ts';
import { contentKey } from './content-key.ts';
import { decodeWords } from './decode-words.ts';
import { guessLanguage } from './guess-language.ts';
import { type LetterWords, letterWords, wordParts } from './letter-words.ts';
import { readMailDate } from './mail-date.ts';
import { type MailFile, namedLeaves, takeFiles } from './mail-files.ts';
import { fieldValue, fieldValues, type Head, readHead } from './mail-head.ts';
import { readIds, readOneId } from './mail-ids.ts';
import { readAddresses, readRecipients, readSender } from './mail-people.ts';
import { openParts, type Part } from './open-parts.ts';
import { picturesApart } from './pictures-apart.ts';
import { withFoundBoundary } from './second-try.ts';

/** A letter as it can be understood. Nothing in it is proven; texts and names are cleaned and may be stored. */
export interface ReadMail extends IncomingLetter {
  contentKey: string;
  date: Temporal.Instant | null;
  /** whether the letter has more words than `body`; the raw letter has them */
  isTextCut: boolean;
  files: readonly MailFile[];
  /** what it says of itself is broken or contradictory: nothing in it proves who wrote it */
  isDamaged: boolean;
}

/** A letter of which nothing can be understood. It is kept all the same. */
export interface UnreadableMail {
  unreadable: 'no-header' | 'fault';
  contentKey: string;
}

/** What is known of a letter before it is read. */
export interface KnownBefore {
  /** false when only the beginning of it was fetched: its last file is left out */
  isWhole?: boolean;
  /** its language, where it does not tell its own; Polish unless given */
  language?: Language;
}

/** The least that a letter must have to be one. */
const NEEDED = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'return-path',
  'delivered-to',
  'mime-version',
];

/**
 * Reads a letter from its raw bytes. Whatever they are, there is one answer and nothing is thrown.
 */
export async function readMail(raw: Uint8Array, known: KnownBefore = {}): Promise<ReadMail | UnreadableMail> {
  const head = readHead(raw);
  const key = contentKey(raw, head);
  if (!head.fields.some(({ name }) => NEEDED.includes(name))) return { unreadable: 'no-header', contentKey: key };
  try {
    return await understand(raw, head, key, known);
  } catch {
    return { unreadable: 'fault', contentKey: key };
  }
}

async function understand(raw: Uint8Array, head: Head, key: string, known: KnownBefore): Promise<ReadMail> {
  const { root, isBroken, isMended } = await openLetter(raw, head);
  const { files, leftOut, words } = contentOf(root && picturesApart(root), isMended, known.isWhole ?? true);
  const subject = maskLinks(cleanHeader(decodeWords(fieldValue(head, 'subject'))));
  const { from, isDoubtful } = readSender(head);
  const { kind, reason } = kindOf(head, subject, words.text);
  const returned = kind === 'bounce' ? readBounce(head, root, words.text) : null;
  const letter = {
    contentKey: key,
    headerId: readOneId(fieldValue(head, 'message-id')),
    inReplyTo: fieldValues(head, 'in-reply-to').flatMap(readIds),
    references: [...fieldValues(head, 'references').flatMap(readIds), ...(returned?.ids ?? [])],
    from,
    to: readRecipients(head),
    cc: fieldValues(head, 'cc').flatMap(readAddresses),
    subject,
    date: readMailDate(fieldValue(head, 'date')),
    body: words.text,
    isTextCut: words.isCut,
    language: guessLanguage(`${words.text}\n${subject}`, known.language),
    files,
    leftOut,
    kind,
    reason,
    bounce: returned?.bounce ?? null,
    isDamaged: isBroken || isMended || isDoubtful,
    text: '',
    quoted: null,
    signature: null,
  };
  return { ...letter, ...cutLetter(letter, []) };
}

/** The parts of a letter; of one whose parts do not begin as it says, as they do begin; of one without any, all of it. */
async function openLetter(
  raw: Uint8Array,
  head: Head,
): Promise<{ root: Part | null; isBroken: boolean; isMended: boolean }> {
  const { root, isBroken } = await openParts(raw, head);
  if (root && hasLeaf(root)) return { root, isBroken, isMended: false };
  const type = root?.type ?? 'text/plain';
  const mended = withFoundBoundary(raw, head, type);
  const second = mended && (await openParts(raw, mended));
  if (second?.root && hasLeaf(second.root)) return { root: second.root, isBroken, isMended: true };
  const leaf = { content: raw.subarray(head.bodyAt), isWhole: true };
  const body = { type: 'text/plain', params: {}, disposition: null, name: null, cid: null, children: [], leaf };
  return { root: body, isBroken, isMended: leaf.content.length > 0 };
}

function hasLeaf(part: Part): boolean {
  return part.leaf !== null || part.children.some(hasLeaf);
}

/** Words and files. Of a mended letter only the names of its files are told, and of one that is not whole that of its last. */
function contentOf(
  root: Part | null,
  isMended: boolean,
  isWhole: boolean,
): { files: MailFile[]; leftOut: string[]; words: LetterWords } {
  if (!root) return { files: [], leftOut: [], words: { text: '', isCut: false } };
  const leaves = root.type === 'multipart/report' ? [] : namedLeaves(root, new Set(wordParts(root)));
  const pictures = new Map(leaves.flatMap(({ part, name }) => (part.cid ? [[part.cid, name]] : [])));
  const words = letterWords(root, pictures);
  const doubtful = isMended ? leaves : isWhole ? [] : leaves.slice(-1);
  const { files, leftOut } = takeFiles(leaves.slice(0, leaves.length - doubtful.length));
  return { files, leftOut: [...leftOut, ...doubtful.map(({ name }) => name)], words };
}

function kindOf(head: Head, subject: string, text: string): Classified {
  const classified = classifyHead(head, subject);
  if (classified.kind !== 'person') return classified;
  if (/^-----BEGIN PGP MESSAGE-----$/m.test(text)) return { kind: 'encrypted', reason: 'pgp' };
  return classified;
}
