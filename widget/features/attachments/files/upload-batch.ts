import type { AttachedFile } from '../../../outbox/attached-file.ts';
import type { Identity, TicketEntry } from '../../../outbox/ticket-entry.ts';
import type { Part, PartOutcome, PutPart } from './put-part.ts';

/** The upload of the files of one ticket or reply. */
export interface UploadBatch {
  /** the idempotency key of the ticket or reply: the same for every attempt */
  key: string;
  files: readonly AttachedFile[];
  /** their upload ids */
  uploads: readonly string[];
  /** uploads one part with the sender's credentials */
  put: (part: Omit<Part, 'token' | 'identity'>) => Promise<PartOutcome>;
}

/** The outcome of the ticket or reply that names the files. */
export type Outcome = { outcome: string; code?: string };

/** Why an upload failed. */
export type Failure = { outcome: 'refused'; code: string } | { outcome: 'unanswered'; retryAfter: number };

/** The files of a ticket, uploaded with the ticket's token. */
export function batchOfTicket({ key, token, body, draft }: TicketEntry, putPart: PutPart): UploadBatch {
  const { attachments, supportNumber, installUrl } = JSON.parse(body) as Identity & { attachments: string[] };
  const identity = { supportNumber, installUrl };
  return { key, files: draft.files, uploads: attachments, put: (part) => putPart({ ...part, token, identity }) };
}
