import { toAttachment } from '../attachments/to-attachment.ts';
import type { Message } from '../contract/tickets/message.ts';
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
