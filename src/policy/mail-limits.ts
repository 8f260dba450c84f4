import type { MailKind, StopReason } from '../contract/lists.ts';

/** Automatic letters a day to an address that never wrote to us: nobody may use us to flood a stranger. */
export const FIRST_LETTERS_A_DAY = 1;

/** Automatic letters a day to an address that wrote to us or opened one of our links. */
export const LETTERS_A_DAY = 5;

/** Letters an hour that bring a lost link, to an address that wrote to us. */
export const LINKS_AN_HOUR = 1;

/** Letters an hour and address in all, those of agents too. */
export const LETTERS_AN_HOUR = 20;

/** Letters an hour to all addresses that never wrote to us: from there on somebody uses us as a cannon. */
export const STRANGERS_AN_HOUR = 500;

/** Letters that nobody of ours wrote. The others are an agent's words, or for our own people. */
export const IS_AUTOMATIC: Record<MailKind, boolean> = {
  receipt: true,
  reply: false,
  solution: false,
  question: true,
  late: true,
  link: true,
  advisory: false,
  alert: false,
};

/** What was sent, or will be, to an address, without what was stopped. */
export interface AddressFacts {
  /** whether it wrote to us or opened one of our links */
  isKnown: boolean;
  isBounced: boolean;
  /** automatic letters of the last 24 hours */
  automaticToday: number;
  /** letters of the last hour with a lost link */
  linksThisHour: number;
  /** letters of the last hour */
  thisHour: number;
  /** letters of the last hour to all addresses that never wrote to us */
  strangersThisHour: number;
}

/** Whether a letter goes: now, an hour later, or not, with its reason. */
export type MailVerdict = 'now' | 'later' | StopReason;

/**
 * Whether a letter may go to an address (`mail.md`, "No cannon"). An agent's words are never dropped for a limit: they
 * wait for the next hour.
 */
export function mayMail(
  kind: MailKind,
  address: string,
  ownAddresses: readonly string[],
  facts: AddressFacts,
): MailVerdict {
  if (kind === 'alert') return 'now';
  if (!isOfAPerson(address) || ownAddresses.includes(address)) return 'not-a-person';
  if (facts.isBounced) return 'bounced';
  if (!IS_AUTOMATIC[kind]) return facts.thisHour < LETTERS_AN_HOUR ? 'now' : 'later';
  if (facts.thisHour >= LETTERS_AN_HOUR) return 'hour-limit';
  if (!facts.isKnown) {
    if (facts.automaticToday >= FIRST_LETTERS_A_DAY) return 'day-limit';
    return facts.strangersThisHour < STRANGERS_AN_HOUR ? 'now' : 'total-limit';
  }
  if (kind === 'link' && facts.linksThisHour >= LINKS_AN_HOUR) return 'hour-limit';
  return facts.automaticToday < LETTERS_A_DAY ? 'now' : 'day-limit';
}

/** Local parts of addresses that only programs read or write (RFC 2142, RFC 5321, and common use). */
const OF_PROGRAMS =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|nie-?odpowiadaj|bounces?|odbicia|daemon|root|null|devnull)(?:[+._-].*)?$/;

/** Whether an address, in lower case, looks like one that a person reads. */
export function isOfAPerson(address: string): boolean {
  const at = address.lastIndexOf('@');
  return at > 0 && !OF_PROGRAMS.test(address.slice(0, at));
}
