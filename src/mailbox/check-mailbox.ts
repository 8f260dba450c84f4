import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import type { Mailbox } from '../mail-settings.ts';
import { failureOf, type MailboxFailure, makeConnection, openFolder } from './imap-connection.ts';
import { type KeepingWay, keepingWay, putAside, STORED_FOLDER } from './keep-in-mailbox.ts';

/** How long a letter to ourselves may be on its way, and how often it is looked for, in milliseconds. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

/** What becomes of one letter that was sent to a mailbox. */
export type Arrival =
  /** found in the inbox, and taken out of the way as the service does it */
  | 'arrived'
  /** found in the inbox, and the server did not let it be taken out of the way */
  | 'stuck'
  /** the running service was quicker */
  | 'taken'
  | 'missing';

/** What works at a mailbox. */
export type MailboxCheck =
  | { outcome: 'failed'; failure: MailboxFailure }
  | { outcome: 'open'; isEncrypted: boolean; way: KeepingWay; arrivals: Arrival[] };

/**
 * Opens a mailbox as the service does, and waits for letters.
 * @param messageIds of letters that are on their way to it, without angle brackets
 */
export async function checkMailbox(
  mailbox: Mailbox,
  caFile: string | null,
  messageIds: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<MailboxCheck> {
  const connection = makeConnection(mailbox, caFile);
  try {
    await openFolder(connection, mailbox.folder);
    const way = await keepingWay(connection);
    const isEncrypted = connection.secureConnection;
    const arrivals: Arrival[] = [];
    for (const id of messageIds) arrivals.push(await awaitLetter(connection, mailbox, { id, way, patienceMs }));
    await connection.logout();
    return { outcome: 'open', isEncrypted, way, arrivals };
  } catch (error) {
    return { outcome: 'failed', failure: failureOf(error) };
  } finally {
    connection.close();
  }
}

async function awaitLetter(
  connection: ImapFlow,
  { folder }: Mailbox,
  { id, way, patienceMs }: { id: string; way: KeepingWay; patienceMs: number },
): Promise<Arrival> {
  for (let waited = 0; waited <= patienceMs; waited += LOOK_EVERY_MS) {
    await connection.mailboxOpen(folder);
    const [uid] = await find(connection, id);
    if (uid !== undefined) return (await putAside(connection, uid, way, false)) ? 'arrived' : 'stuck';
    if (way === 'move') {
      await connection.mailboxOpen(STORED_FOLDER);
      if ((await find(connection, id)).length > 0) return 'taken';
    }
    if (waited + LOOK_EVERY_MS <= patienceMs) await pause(LOOK_EVERY_MS);
  }
  return 'missing';
}

async function find(connection: ImapFlow, id: string): Promise<number[]> {
  return (await connection.search({ header: { 'message-id': id } }, { uid: true })) || [];
}
