import type { ImapFlow } from 'imapflow';
import { isUnavailable } from '../store/is-unavailable.ts';
import { isSetAsideByHead } from './classify.ts';
import { type KeepingWay, putAside, searchLetters } from './keep-in-mailbox.ts';
import { readHead } from './mail-head.ts';

/** Longest letter that is stored whole, in bytes; servers take 25 to 35 MB. */
const LONGEST_LETTER_BYTES = 40 * 1024 * 1024;

/** How much is stored of a longer one, in bytes: its header, and its text if that comes first. */
const FIRST_PART_BYTES = 1024 * 1024;

/** How many sizes are asked for at once. */
const SIZES_AT_ONCE = 200;

/** A letter as it was found. */
export interface FoundLetter {
  uid: number;
  uidValidity: string;
  raw: Uint8Array;
  /** of the whole letter */
  bytes: number;
  /** only its first part is there */
  isCut: boolean;
}

/** What is known of letters of a folder beside what the server knows; by UIDVALIDITY and UID, while the process lives. */
export interface FolderMemory {
  /** stored, though still in the way; with whether it goes to those that nobody reads by itself */
  stored: Map<string, boolean>;
  /** failed before: read after all others */
  troubled: Set<string>;
}

/** What one reading of a folder needs. */
export interface Fetching {
  way: KeepingWay;
  memory: FolderMemory;
  /** longest letter that is stored whole; a test has shorter ones */
  longestBytes?: number;
  /** asked before each letter; false ends the reading */
  mayGoOn: () => boolean;
  /** stores a letter for good: when it resolves, the letter may leave the folder */
  store: (letter: FoundLetter) => Promise<void>;
  /** told of a letter that could not be stored or moved, while the others go on */
  onTrouble: (uid: number, error: unknown) => void;
}

/**
 * Stores every letter of the open folder and takes it out of the way, one after another. A letter at which something fails
 * never stops the others; a connection or a database that is gone does.
 * @returns how many letters are left behind
 */
export async function fetchLetters(connection: ImapFlow, fetching: Fetching): Promise<number> {
  const { memory, mayGoOn, onTrouble } = fetching;
  const validity = connection.mailbox ? String(connection.mailbox.uidValidity) : '';
  const keyOf = (uid: number) => `${validity}:${uid}`;
  const found = await searchLetters(connection, fetching.way);
  const isTroubled = (uid: number) => memory.troubled.has(keyOf(uid));
  const uids = [...found.filter((uid) => !isTroubled(uid)), ...found.filter(isTroubled)];
  let left = 0;
  for (let from = 0; from < uids.length; from += SIZES_AT_ONCE) {
    const some = uids.slice(from, from + SIZES_AT_ONCE);
    const sizes = await sizesOf(connection, some);
    for (const uid of some) {
      const bytes = sizes.get(uid);
      if (bytes === undefined) continue; // somebody moved or deleted it meanwhile
      if (!mayGoOn()) return left;
      const key = keyOf(uid);
      memory.troubled.add(key); // also when the process of reading it ends the connection
      try {
        await takeOne(connection, fetching, { uid, uidValidity: validity, bytes });
        memory.troubled.delete(key);
      } catch (error) {
        if (!connection.usable || isUnavailable(error)) throw error;
        onTrouble(uid, error);
        left += 1;
      }
    }
  }
  return left;
}

/** The sizes first, all in one answer: a command inside a loop over answers would wait for itself. */
async function sizesOf(connection: ImapFlow, uids: readonly number[]): Promise<Map<number, number>> {
  const answers = await connection.fetchAll(uids.join(','), { uid: true, size: true }, { uid: true });
  return new Map(answers.map(({ uid, size }) => [uid, size ?? 0]));
}

async function takeOne(
  connection: ImapFlow,
  { way, memory, store, longestBytes = LONGEST_LETTER_BYTES }: Fetching,
  { uid, uidValidity, bytes }: Pick<FoundLetter, 'uid' | 'uidValidity' | 'bytes'>,
): Promise<void> {
  const key = `${uidValidity}:${uid}`;
  const isCut = bytes > longestBytes;
  let isSetAside = memory.stored.get(key);
  if (isSetAside === undefined) {
    const source = isCut ? { start: 0, maxLength: FIRST_PART_BYTES } : true;
    const answer = await connection.fetchOne(String(uid), { source }, { uid: true });
    if (!answer) return; // gone meanwhile
    if (!answer.source) throw new Error('The server gave a letter without its bytes');
    await store({ uid, uidValidity, raw: answer.source, bytes, isCut });
    isSetAside = isCut || isSetAsideByHead(readHead(answer.source));
    memory.stored.set(key, isSetAside);
  }
  if (!(await putAside(connection, uid, way, isSetAside))) throw new Error('The server moved no letter');
  if (way !== 'remember') memory.stored.delete(key);
}
