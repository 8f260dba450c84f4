import type { OutageFact } from '../../src/contract/lists.ts';
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
  /** set once it was on its way as a ticket: nobody knows whether it arrived */
  earlier?: Earlier | undefined;
  /** the vendor's notice that it is about, and the version the page showed with it; the ticket carries both */
  about?: { notice: string; shopVersion?: string } | undefined;
  /** ids of the hints that were declined while it was written; see `AdviceModel` */
  declined?: string[];
  /** the key under which it is kept, when it is a second text beside the panel's own */
  tabDraft?: string | undefined;
  /** the same, as earlier builds kept it */
  apart?: string | undefined;
}

/**
 * How a text went before somebody took it back to change it. What is sent next goes under the same key, so that there
 * can never be two tickets: the service takes it, or says that it has an earlier one.
 */
export interface Earlier {
  key: string;
  token: string;
  /** every body that was sent under the key, byte for byte */
  bodies: string[];
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

/** Whether nothing would be lost if one text stood in the place of another. */
export function covers(one: Draft, other: Draft): boolean {
  return one.subject.includes(other.subject.trim()) && one.description.includes(other.description.trim());
}

/** Whether there is anything to lose: an address alone is typed again in no time, and kept for the next ticket anyway. */
export function hasText({ subject, description }: Draft): boolean {
  return Boolean(subject.trim() || description.trim());
}

/** Topics for which the form asks what is down; ticked facts make a ticket an outage (R10). */
export function asksForFacts(topic: string): boolean {
  return topic === 'outage' || topic === 'security';
}
