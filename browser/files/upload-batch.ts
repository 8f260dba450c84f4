import type { AttachedFile } from './attached-file.ts';

/** The outcome of uploading one part. `received`: bytes stored so far, the offset of the next part. */
export type PartOutcome =
  | { outcome: 'received'; received: number }
  | { outcome: 'refused'; code: string }
  /** `retryAfter` in seconds */
  | { outcome: 'unanswered'; retryAfter: number };

/** One part of a file. */
export interface Part {
  /** the upload id */
  id: string;
  name: string;
  blob: Blob;
  /** offset of the first byte */
  start: number;
  signal: AbortSignal;
}

/** The upload of the files of one ticket, reply or note. */
export interface UploadBatch {
  /** the idempotency key of what names them: the same for every attempt */
  key: string;
  files: readonly AttachedFile[];
  /** their upload ids */
  uploads: readonly string[];
  /** uploads one part with the sender's credentials */
  put: (part: Part) => Promise<PartOutcome>;
}

/** The outcome of what names the files. */
export type Outcome = { outcome: string; code?: string };

/** Why an upload failed. */
export type Failure = { outcome: 'refused'; code: string } | { outcome: 'unanswered'; retryAfter: number };
