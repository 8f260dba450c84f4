import { partsOf } from '../attachments/file-parts.ts';
import { offeredName } from '../attachments/offered-name.ts';
import type { FileHindrance } from '../contract/lists.ts';
import { UPLOAD_ID } from '../contract/shapes.ts';
import { recordFileRead } from '../events/record-read.ts';
import type { Caller } from '../identity/caller.ts';
import { fileHindrance } from '../policy/file-hindrance.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findAttachment, type UploadRow } from '../store/uploads.ts';
import { findTicketFor } from './find-ticket-for.ts';
import { openedThread } from './opened-thread.ts';

/** A file of a thread: its description, and its bytes part by part. */
export interface AttachmentToRead {
  /** the name that it is offered under, see `offeredName` */
  name: string;
  type: string;
  bytes: number;
  content: AsyncIterable<Uint8Array>;
}

/** A file of a thread that nobody may have now. */
export interface HinderedFile {
  hindrance: FileHindrance;
}

/** A file, if the caller may read its message, or null: an id alone opens nothing, so a leaked link is harmless. */
export async function readAttachment(
  db: Store,
  id: string,
  caller: Caller,
  now: Temporal.Instant,
): Promise<AttachmentToRead | HinderedFile | null> {
  const file = UPLOAD_ID.test(id) ? await findAttachment(db, id, 'messages') : null;
  const opened = file && (await findTicketFor(db, file.ticket_number, caller, now));
  if (!opened) return null;
  const isRead = opened.view === 'whole' || (await openedThread(db, opened)).some(({ id }) => id === file.message_id);
  if (!isRead) return null;
  return toRead(db, file);
}

/** A file of any thread, or of its notes, for an agent, recorded as read at most once an hour; null when there is none. */
export async function readAnyAttachment(
  deps: StoreAndClock,
  id: string,
  actor: string,
): Promise<AttachmentToRead | HinderedFile | null> {
  const file = UPLOAD_ID.test(id) ? await findAttachment(deps.store, id, 'messages-and-notes') : null;
  const read = file && toRead(deps.store, file);
  if (file && read && !('hindrance' in read)) {
    await recordFileRead(deps, actor, { ticket: file.ticket_number, file: id });
  }
  return read;
}

function toRead(db: Store, file: UploadRow): AttachmentToRead | HinderedFile {
  const hindrance = fileHindrance(file);
  if (hindrance) return { hindrance };
  const { id, name, type, bytes } = file;
  return { name: offeredName(name, type), type, bytes, content: partsOf(db, id, bytes) };
}
