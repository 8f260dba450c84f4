import type { UploadBatch } from '../../../../browser/files/upload-batch.ts';
import type { Identity, TicketEntry } from '../../../outbox/ticket-entry.ts';
import type { PutPart } from './put-part.ts';

/** The files of a ticket, uploaded with the ticket's token. */
export function batchOfTicket({ key, token, body, draft }: TicketEntry, putPart: PutPart): UploadBatch {
  const { attachments, supportNumber, installUrl } = JSON.parse(body) as Identity & { attachments: string[] };
  const identity = { supportNumber, installUrl };
  return { key, files: draft.files, uploads: attachments, put: (part) => putPart({ ...part, token, identity }) };
}
