import type { OutageFact } from '../../src/contract/topic.ts';
import type { AttachedFile } from './attached-file.ts';
import type { DiagnosticLine } from './diagnostic-line.ts';

/** What was typed and not sent yet. */
export interface Draft {
  topic: string;
  subject: string;
  description: string;
  email: string;
  phone: string;
  facts: OutageFact[];
  files: AttachedFile[];
  /** empty until somebody asked for them to be sent along */
  diagnostics: DiagnosticLine[];
  /** milliseconds since 1970 */
  changedAt: number;
}

/** A form in which nothing was typed. */
export const EMPTY_DRAFT: Draft = {
  topic: '',
  subject: '',
  description: '',
  email: '',
  phone: '',
  facts: [],
  files: [],
  diagnostics: [],
  changedAt: 0,
};

const DAYS_KEPT = 14;

/** Drafts end after 14 days: what the page held then no longer means what it meant. */
export function isStale(draft: Draft, now: number): boolean {
  return now - draft.changedAt > DAYS_KEPT * 86_400_000;
}

/** Topics for which the form asks what is down; ticked facts make a ticket an outage (R10). */
export function asksForFacts(topic: string): boolean {
  return topic === 'outage' || topic === 'security';
}
