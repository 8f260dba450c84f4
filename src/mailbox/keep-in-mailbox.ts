import type { ImapFlow } from 'imapflow';

/** Where a letter goes that is stored, and one that nobody will read by itself. By names: servers differ in separators. */
export const STORED_FOLDER = ['Pomoc', 'Przyjęte'];
const SET_ASIDE_FOLDER = ['Pomoc', 'Odłożone'];

/** What marks a stored letter where it cannot be moved. */
const MARK = 'PomocStored';

/**
 * How a letter that is stored is told from the others.
 *
 * - `move`: by its folder
 * - `mark`: by a keyword. A server without MOVE and without UIDPLUS could move only by expunging, which takes along what
 * a person marked as deleted
 * - `remember`: by ourselves, while the connection lasts
 */
export type KeepingWay = 'move' | 'mark' | 'remember';

/** Which way a server and its mailbox allow. Makes the folders where they are missing. */
export async function keepingWay(connection: ImapFlow): Promise<KeepingWay> {
  const { capabilities, mailbox } = connection;
  const canMove = capabilities.has('MOVE') || capabilities.has('UIDPLUS');
  if (canMove && (await makeFolders(connection))) return 'move';
  const flags = mailbox ? mailbox.permanentFlags : undefined;
  return !flags || flags.has('\\*') || flags.has(MARK) ? 'mark' : 'remember';
}

async function makeFolders(connection: ImapFlow): Promise<boolean> {
  const listed = await connection.list();
  for (const path of [STORED_FOLDER, SET_ASIDE_FOLDER]) {
    const [parent, name] = path;
    if (listed.some((folder) => folder.name === name && folder.parent.at(-1) === parent)) continue;
    try {
      await connection.mailboxCreate(path);
    } catch (error) {
      if (!connection.usable) throw error;
      return false;
    }
  }
  return true;
}

/** The letters of the open folder that may not be stored yet, by UID. */
export async function searchLetters(connection: ImapFlow, way: KeepingWay): Promise<number[]> {
  if (!connection.usable) throw new ConnectionEnded('The connection has ended');
  const uids = await connection.search(way === 'mark' ? { unKeyword: MARK } : { all: true }, { uid: true });
  if (!uids) throw new SearchError('The folder cannot be searched');
  return uids;
}

/** A connection that ended while nothing was asked. */
export class ConnectionEnded extends Error {
  readonly code = 'NoConnection';
}

/** A server that does not search. */
export class SearchError extends Error {
  readonly responseStatus = 'NO';
}

/** Takes a stored letter out of the way; `\Seen` stays as it is. @returns whether it is out of the way */
export async function putAside(
  connection: ImapFlow,
  uid: number,
  way: KeepingWay,
  isSetAside: boolean,
): Promise<boolean> {
  if (way === 'remember') return true;
  const range = String(uid);
  if (way === 'mark') return connection.messageFlagsAdd(range, [MARK], { uid: true });
  return Boolean(await connection.messageMove(range, isSetAside ? SET_ASIDE_FOLDER : STORED_FOLDER, { uid: true }));
}
