import { offeredName } from '../attachments/offered-name.ts';
import type { Attachment, Message } from '../contract/tickets/message.ts';
import { fileHindrance } from '../policy/file-hindrance.ts';
import { toPublicInstant } from '../store/instants.ts';
import type { ThreadMessageRow } from '../store/messages.ts';
import type { UploadRow } from '../store/uploads.ts';

/** Maps a message to the public contract: the only place that does. */
export function toPublicMessage(message: ThreadMessageRow, files: readonly UploadRow[]): Message {
  return {
    id: `${message.ticket_number}-${message.position}`,
    from: message.sender,
    author: message.author,
    text: message.text,
    at: toPublicInstant(Temporal.Instant.from(message.sent_at)),
    attachments: files.map(toAttachment),
  };
}

/** Maps a file to the contract: the only place that does. */
export function toAttachment(upload: UploadRow): Attachment {
  const { id, name, type, bytes, width, height } = upload;
  const hindrance = fileHindrance(upload);
  return {
    id,
    name: offeredName(name, type),
    type,
    bytes,
    ...(width !== null && height !== null && { width, height }),
    ...(hindrance && { hindrance }),
  };
}
