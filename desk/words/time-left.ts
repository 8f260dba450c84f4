import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { momentInShort } from './moments.ts';
import type { Words } from './pl.ts';

/** What a ticket's time says, in words; `tone` only paints what the words say already. */
export interface TimeLeft {
  text: string;
  tone: 'outage' | 'late' | 'soon' | 'calm';
}

/** From when on an answer is due soon: as the queue has it, in milliseconds. */
const SOON_MS = 12 * 3_600_000;

/** How a ticket stands with time: how long the outage lasts, what is left to answer, or until when it is put off; null when nobody waits. */
export function timeLeft(
  ticket: Pick<QueueRow, 'isOutage' | 'answerBy' | 'receivedAt' | 'snoozedUntil'>,
  now: number,
  words: Words,
): TimeLeft | null {
  const { isOutage, answerBy, receivedAt, snoozedUntil } = ticket;
  if (isOutage && answerBy) {
    return { text: words.outageFor(Math.max(0, now - Date.parse(receivedAt))), tone: 'outage' };
  }
  if (answerBy) {
    const left = Date.parse(answerBy) - now;
    if (left < 0) return { text: words.late(left), tone: 'late' };
    return { text: words.left(left), tone: left < SOON_MS ? 'soon' : 'calm' };
  }
  if (snoozedUntil && Date.parse(snoozedUntil) > now) {
    return { text: words.snoozedUntil(momentInShort(snoozedUntil, now, words.locale)), tone: 'calm' };
  }
  return null;
}
