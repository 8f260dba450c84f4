import { label } from '../../browser/lists.ts';
import { dayInWarsaw } from '../../browser/warsaw.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { DUE_SOON_HOURS } from '../../src/contract/desk/read-queue.ts';
import { momentInShort, plannedMoment } from './moments.ts';
import type { DeskWords } from './pl.ts';

/** The time of a ticket in words; `tone` only colours what the words say. */
export interface TimeLeft {
  text: string;
  tone: 'late' | 'soon' | 'calm' | 'done';
}

/** What the time of a ticket is told from. */
export type Timed = Pick<
  QueueRow,
  'isOutage' | 'status' | 'waitingSince' | 'answerBy' | 'snoozedUntil' | 'followUpAt' | 'changedAt'
>;

/** When a reply is due soon, in milliseconds. */
const SOON_MS = DUE_SOON_HOURS * 3_600_000;

/**
 * The time of a ticket in the words that its agent plans by: how late the reply is; of an outage how long it waits; what
 * is left today, or until when; without a promise that there is none; of a ticket that comes back by itself when it does,
 * or that it did; and where nobody waits for us, since when it stands as it does.
 */
export function timeLeft(ticket: Timed, now: number, words: DeskWords): TimeLeft {
  const { isOutage, waitingSince } = ticket;
  const answerBy = waitingSince ? earlier(ticket.answerBy, ticket.followUpAt) : ticket.answerBy;
  const left = answerBy === null ? null : Date.parse(answerBy) - now;
  if (left !== null && left < 0) return { text: words.late(left), tone: 'late' };
  if (waitingSince && isOutage)
    return { text: words.waitingFor(Math.max(0, now - Date.parse(waitingSince))), tone: 'calm' };
  if (answerBy !== null && left !== null) {
    const isToday = dayInWarsaw(Date.parse(answerBy)) === dayInWarsaw(now);
    if (left <= SOON_MS || isToday) return { text: words.left(left), tone: left <= SOON_MS ? 'soon' : 'calm' };
    return { text: words.until(plannedMoment(answerBy, now, words.locale)), tone: 'calm' };
  }
  if (waitingSince) return { text: words.noTerm, tone: 'calm' };
  const back = comesBack(ticket, now, words);
  if (back) return back;
  const on = momentInShort(ticket.changedAt, now, words.locale);
  const since = words.since[ticket.status];
  return { text: since ? since(on) : label(words.statuses, ticket.status), tone: 'done' };
}

/** What we owe first to a customer who waits: the promise, or what we said of writing again before. */
function earlier(one: string | null, other: string | null): string | null {
  return one && other && Date.parse(other) < Date.parse(one) ? other : (one ?? other);
}

/** Of a ticket that nobody waits for: what we said we write and did not first, then what is back, then what comes first. */
function comesBack({ followUpAt, snoozedUntil }: Timed, now: number, words: DeskWords): TimeLeft | null {
  const inShort = (instant: string) => momentInShort(instant, now, words.locale);
  const left = followUpAt ? Date.parse(followUpAt) - now : 0;
  const planned = (instant: string) => plannedMoment(instant, now, words.locale);
  if (followUpAt && left < 0) return { text: words.promisedFor(planned(followUpAt)), tone: 'late' };
  if (snoozedUntil && Date.parse(snoozedUntil) <= now)
    return { text: words.cameBack(planned(snoozedUntil)), tone: 'soon' };
  if (followUpAt) return { text: words.followUp.by(planned(followUpAt)), tone: 'calm' };
  return snoozedUntil ? { text: words.snoozedUntil(inShort(snoozedUntil)), tone: 'calm' } : null;
}
