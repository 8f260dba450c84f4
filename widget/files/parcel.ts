import type { AttachedFile } from '../outbox/attached-file.ts';
import type { Part, PartOutcome } from './put-part.ts';

/** Files on their way, with a ticket or with a reply that names them. */
export interface Parcel {
  /** of what names them: the same however often it is sent */
  key: string;
  files: readonly AttachedFile[];
  /** what the service calls each of them */
  uploads: readonly string[];
  /** brings one part, in the name of whoever sends */
  put: (part: Omit<Part, 'token' | 'identity'>) => Promise<PartOutcome>;
}

/** How what names the files fared: a ticket or a reply, whatever it is answered when it is taken. */
export type Outcome = { outcome: string; code?: string };

/** What is said when a parcel does not get through. */
export type Failure = { outcome: 'refused'; code: string } | { outcome: 'unanswered'; retryAfter: number };
