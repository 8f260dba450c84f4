import type { JSX } from 'preact';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { momentInFull, momentInShort } from '../words/moments.ts';
import { timeLeft } from '../words/time-left.ts';
import { words } from '../words/words.ts';

type Timed = Pick<QueueRow, 'isOutage' | 'waitingSince' | 'answerBy' | 'receivedAt' | 'snoozedUntil'>;

/** The time left for a ticket; when nobody waits, the time it came. */
export function TimeLeftText({ ticket, now }: { ticket: Timed; now: number }): JSX.Element {
  const left = timeLeft(ticket, now, words.value);
  const title = ticket.answerBy ? words.value.answerBy(momentInFull(ticket.answerBy)) : undefined;
  return left ? (
    <span class={`time ${left.tone}`} title={title}>
      {left.text}
    </span>
  ) : (
    <time class="time done" dateTime={ticket.receivedAt} title={momentInFull(ticket.receivedAt)}>
      {momentInShort(ticket.receivedAt, now, words.value.locale)}
    </time>
  );
}
