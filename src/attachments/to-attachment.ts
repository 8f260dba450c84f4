import type { Attachment } from '../contract/tickets/message.ts';
import type { UploadRow } from '../store/uploads.ts';

/** Maps a file to the contract: the only place that does. */
export function toAttachment({ id, name, type, bytes, width, height }: UploadRow): Attachment {
  return { id, name, type, bytes, ...(width !== null && height !== null && { width, height }) };
}
