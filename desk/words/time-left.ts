import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { DUE_SOON_HOURS } from '../../src/contract/desk/read-queue.ts';
import { momentInShort } from './moments.ts';
import type { DeskWords } from './pl.ts';

/** The time of a ticket in words; `tone` only colours what the words say. */
export interface TimeLeft {
  text: string;
  tone: 'outage' | 'late' | 'soon' | 'calm';
}

/** When a reply is due soon, in milliseconds. */
const SOON_MS = DUE_SOON_HOURS * 3_600_000;

/**
 * The time of a ticket: how long the outage lasts, the time left to reply, how long the customer waits where
 * nothing is promised, or the end of the snooze; null when nobody
 * waits.
 */
export function timeLeft(
  ticket: Pick<QueueRow, 'isOutage' | 'waitingSince' | 'answerBy' | 'receivedAt' | 'snoozedUntil'>,
  now: number,
  words: DeskWords,
): TimeLeft | null {
  const { isOutage, waitingSince, answerBy, receivedAt, snoozedUntil } = ticket;
  if (isOutage && waitingSince) {
    return { text: words.outageFor(Math.max(0, now - Date.parse(receivedAt))), tone: 'outage' };
  }
  if (answerBy) {
    const left = Date.parse(answerBy) - now;
    if (left < 0) return { text: words.late(left), tone: 'late' };
    return { text: words.left(left), tone: left <= SOON_MS ? 'soon' : 'calm' };
  }
  if (waitingSince) {
    return { text: words.waitingFor(Math.max(0, now - Date.parse(waitingSince))), tone: 'calm' };
  }
  if (snoozedUntil && Date.parse(snoozedUntil) > now) {
    return { text: words.snoozedUntil(momentInShort(snoozedUntil, now, words.locale)), tone: 'calm' };
  }
  return null;
}
