import { appendEvent } from '../events/append-event.ts';
import { closedBeyondUndo } from '../policy/closing.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { deleteWithheld, giveBackUploads, heldFiles, ticketsWithWithheld, withholdUploads } from '../store/uploads.ts';

/** Who does something when. */
interface By {
  at: InstantText;
  actor: string;
}

/**
 * Takes all files of a ticket away: for everybody and for the quotas they are gone at once, with an event. Their bytes are
 * deleted once the closing that took them can be undone no more.
 * @param transaction of the closing, which holds the ticket's lock
 */
export async function withholdFilesOf(transaction: Store, number: string, by: By): Promise<void> {
  const held = await heldFiles(transaction, number);
  if (held.length === 0) return;
  const ids = held.map(({ id }) => id);
  await withholdUploads(transaction, ids, by.at);
  await appendEvent(transaction, {
    ...by,
    action: 'ticket.files-withheld',
    ticketNumber: number,
    details: countOf(held),
  });
}

/** Gives back those of the files whose bytes are still there, with an event of the ticket that they belong to now. */
export async function giveFilesBack(transaction: Store, number: string, ids: readonly string[], by: By): Promise<void> {
  const returned = await giveBackUploads(transaction, ids);
  if (returned.length === 0) return;
  const details = countOf(returned);
  await appendEvent(transaction, { ...by, action: 'ticket.files-returned', ticketNumber: number, details });
}

/** Deletes the bytes of files that were taken away and cannot be given back any more; returns how many files. */
export async function freeWithheldFiles(store: Store, now: Temporal.Instant): Promise<number> {
  const until = toInstantText(closedBeyondUndo(now));
  let freed = 0;
  for (const number of await ticketsWithWithheld(store, until)) {
    freed += await store.transaction().execute(async (transaction) => {
      await lock(transaction, `ticket:${number}`);
      const deleted = await deleteWithheld(transaction, number, until);
      if (deleted.length > 0)
        await appendEvent(transaction, {
          at: toInstantText(now),
          actor: 'clock',
          action: 'ticket.files-freed',
          ticketNumber: number,
          details: countOf(deleted),
        });
      return deleted.length;
    });
  }
  return freed;
}

function countOf(files: readonly { bytes: number }[]): { files: number; bytes: number } {
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
