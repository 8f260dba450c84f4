import { appendEvent } from '../events/append-event.ts';
import type { InstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { freeUploads, heldFiles } from '../store/uploads.ts';

/** How much was freed. */
export interface Freed {
  files: number;
  bytes: number;
}

/**
 * Deletes the bytes of all files of tickets at once, each ticket with its event. The messages stay and say that the
 * files are gone; quotas count them no more.
 * @param transaction of what the files are freed for, which holds the locks of the tickets where somebody may write
 * @param numbers of tickets that are not merged into another
 */
export async function freeFilesOf(
  transaction: Store,
  numbers: readonly string[],
  { at, actor }: { at: InstantText; actor: string },
): Promise<Freed> {
  const freed: Freed = { files: 0, bytes: 0 };
  for (const number of numbers) {
    const held = await heldFiles(transaction, number);
    if (held.length === 0) continue;
    const ids = held.map(({ id }) => id);
    await freeUploads(transaction, ids, at);
    const details = { files: held.length, bytes: held.reduce((sum, { bytes }) => sum + bytes, 0) };
    await appendEvent(transaction, { at, actor, action: 'ticket.files-freed', ticketNumber: number, details });
    freed.files += details.files;
    freed.bytes += details.bytes;
  }
  return freed;
}
