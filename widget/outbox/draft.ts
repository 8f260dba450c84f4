import { ageOf } from '../../browser/age.ts';
import type { AttachedFile } from '../../browser/files/attached-file.ts';
import type { OutageFact } from '../../src/contract/lists.ts';

/** One line of diagnostics: shown before it is sent, and left out when unticked. */
export interface DiagnosticLine {
  /** camelCase, as the service stores it: `browser`, `scriptError1` */
  key: string;
  text: string;
  isOn: boolean;
}

/** A ticket that is being written. */
export interface Draft {
  topic: string;
  /** its name when it was last known: a draft of an earlier page shows it before the service has sent the list */
  topicLabel?: string | undefined;
  /** the topic that the text suggested; the same as `topic` until somebody chooses */
  guess?: string | undefined;
  subject: string;
  description: string;
  email: string;
  /** who writes, as the page has told; shown beside the e-mail address */
  name?: string | undefined;
  phone: string;
  facts: OutageFact[];
  files: AttachedFile[];
  /** empty until the person asks to send them along */
  diagnostics: DiagnosticLine[];
  /** milliseconds since 1970 */
  changedAt: number;
  /** set once it was sent as a ticket without a response: it may have arrived */
  earlier?: Earlier | undefined;
  /** the notice that it is about, and the version on the page; the ticket carries both */
  about?: { notice: string; shopVersion?: string } | undefined;
  /** ids of the hints that were declined while it was written; see `AdviceModel` */
  declined?: string[];
  /** the store key of a tab's own draft, beside the panel's; stored in browsers under this name */
  tabDraft?: string | undefined;
  /** the same in earlier builds */
  apart?: string | undefined;
  /** it expired and is offered once more, as the clock may have been wrong: the next time it ends */
  isExpired?: boolean | undefined;
}

/**
 * Earlier attempts of a ticket that was taken back to be changed. The next one goes under the same key, so that there are
 * never two tickets: the service accepts it, or reports that it has an earlier one.
 */
export interface Earlier {
  key: string;
  token: string;
  /** all bodies sent under the key, byte for byte */
  bodies: string[];
  /** the same in each of them */
  vouchedBy?: Voucher | undefined;
}

/** A ticket of this browser with its token: where an agent said of it that it is the shop, the next one is proven, too. */
export interface Voucher {
  number: string;
  token: string;
}

/** An empty form. */
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

/** Drafts expire after 14 days: the page they are about has changed by then. One of unknown age is kept. */
export function isStale(draft: Draft, now: number): boolean {
  return (ageOf(draft.changedAt, now) ?? 0) > DAYS_KEPT * 86_400_000;
}

/** Whether one text can replace another without losing anything. */
export function covers(one: Draft, other: Draft): boolean {
  return one.subject.includes(other.subject.trim()) && one.description.includes(other.description.trim());
}

/** Whether there is text to lose: an e-mail address alone is kept for the next ticket anyway. */
export function hasText({ subject, description }: Draft): boolean {
  return Boolean(subject.trim() || description.trim());
}

/** Whether a draft reports an outage, told or not what is down: the telephone stands beside it (R10). */
export function isUrgent({ topic, facts }: Pick<Draft, 'topic' | 'facts'>): boolean {
  return topic === 'outage' || (asksForFacts(topic) && facts.length > 0);
}

/** Whether the form asks for outage facts on this topic; a ticked fact makes the ticket an outage (R10). */
export function asksForFacts(topic: string): boolean {
  return topic === 'outage' || topic === 'security';
}
