import type { Caller } from '../identity/caller.ts';
import type { Store } from '../store/open.ts';
import { findAttachment, findPart } from '../store/uploads.ts';
import { findTicketFor } from './find-ticket-for.ts';

/** A file of a thread: what it is, and its bytes part by part. */
export interface AttachmentToRead {
  name: string;
  type: string;
  bytes: number;
  content: AsyncIterable<Uint8Array>;
}

/** A file for whoever may see its ticket, or null: knowing its id opens nothing (M10). */
export async function readAttachment(
  db: Store,
  id: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<AttachmentToRead | null> {
  const file = await findAttachment(db, id);
  if (!file || !(await findTicketFor(db, file.ticket_number, caller, now))) return null;
  return { name: file.name, type: file.type, bytes: file.bytes, content: partsOf(db, id) };
}

/** One part in memory at a time, whatever the size of the file. */
async function* partsOf(db: Store, id: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const content = await findPart(db, id, part);
    if (!content) return;
    yield content;
  }
}
