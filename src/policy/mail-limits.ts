import type { MailKind, StopReason } from '../contract/lists.ts';
import { countedAs } from './counted-as.ts';

/** Automatic letters a day to an address that never wrote to us: nobody may use us to flood a stranger. */
export const FIRST_LETTERS_A_DAY = 1;

/** Automatic letters a day to an address that wrote to us or opened one of our links. */
export const LETTERS_A_DAY = 5;

/**
 * Automatic letters a day that answer letters of one address, however well it is known: a program that answers each of
 * ours, and says nowhere that it is one, ends here.
 */
export const ANSWERS_A_DAY = 2;

/** Letters an hour that bring a lost link, to an address that wrote to us; those whose link was revoked since do not count. */
export const LINKS_AN_HOUR = 1;

/** Letters an hour and address in all, those of agents too. */
export const LETTERS_AN_HOUR = 20;

/** Automatic letters an hour to all addresses that never wrote to us: from there on somebody uses us as a cannon. */
export const STRANGERS_AN_HOUR = 500;

/** Letters that nobody of ours wrote. The others are an agent's words, or for our own people. */
export const IS_AUTOMATIC: Record<MailKind, boolean> = {
  receipt: true,
  reply: false,
  copy: false,
  solution: false,
  question: true,
  late: true,
  link: true,
  advisory: false,
  alert: false,
};

/** What was sent, or will be, to an address and to all that bring letters to the same person, without what was stopped. */
export interface AddressFacts {
  /** whether it wrote to us or opened one of our links */
  isKnown: boolean;
  isBounced: boolean;
  /** automatic letters of the last 24 hours */
  automaticToday: number;
  /** those of them that answered a letter */
  answersToday: number;
  /** letters of the last hour with a lost link that was not revoked since it was sent: a dead one helps nobody */
  linksThisHour: number;
  /** letters of the last hour */
  thisHour: number;
  /** automatic letters of the last hour to all addresses that never wrote to us */
  strangersThisHour: number;
}

/** Whether a letter goes: now, when its turn comes, or not, with its reason. */
export type MailVerdict = 'now' | 'later' | StopReason;

/**
 * Whether a letter may go to an address (`mail.md`, "No cannon"). An agent's words are never dropped for a limit: they
 * wait for their turn.
 */
export function mayMail(
  { kind, recipient, isAnswer }: { kind: MailKind; recipient: string; isAnswer: boolean },
  ownAddresses: readonly string[],
  facts: AddressFacts,
): MailVerdict {
  if (kind === 'alert') return 'now';
  if (!isOfAPerson(recipient) || isOurs(recipient, ownAddresses)) return 'not-a-person';
  if (facts.isBounced) return 'bounced';
  if (!IS_AUTOMATIC[kind]) return facts.thisHour < LETTERS_AN_HOUR ? 'now' : 'later';
  if (facts.thisHour >= LETTERS_AN_HOUR) return 'hour-limit';
  if (isAnswer && facts.answersToday >= ANSWERS_A_DAY) return 'day-limit';
  if (!facts.isKnown) {
    if (facts.automaticToday >= FIRST_LETTERS_A_DAY) return 'day-limit';
    return facts.strangersThisHour < STRANGERS_AN_HOUR ? 'now' : 'total-limit';
  }
  if (kind === 'link' && facts.linksThisHour >= LINKS_AN_HOUR) return 'hour-limit';
  return facts.automaticToday < LETTERS_A_DAY ? 'now' : 'day-limit';
}

/** Whether an address brings letters to ourselves, in whatever way it is written. */
export function isOurs(address: string, ownAddresses: readonly string[]): boolean {
  const counted = countedAs(address);
  return ownAddresses.some((own) => countedAs(own) === counted);
}

/** Local parts of addresses that only programs read or write (RFC 2142, RFC 5321, and common use). */
const OF_PROGRAMS =
  /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|nie-?odpowiadaj|bounces?|odbicia|daemon|root|null|devnull)(?:[+._-].*)?$/;

/** Whether an address, in lower case, looks like one that a person reads. */
export function isOfAPerson(address: string): boolean {
  const at = address.lastIndexOf('@');
  return at > 0 && !OF_PROGRAMS.test(address.slice(0, at));
}
