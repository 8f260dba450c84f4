import type { AttachedFile } from '../../../outbox/attached-file.ts';
import type { Part, PartOutcome } from './put-part.ts';

/** The upload of the files of one ticket or reply. */
export interface Parcel {
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
