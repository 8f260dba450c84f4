import type { JSX } from 'preact';
import { momentInFull } from '../words/moments.ts';
import { type Timed, timeLeft } from '../words/time-left.ts';
import { words } from '../words/words.ts';

/** The time of a ticket in words; in full where it is pointed at. */
export function TimeLeftText({ ticket, now }: { ticket: Timed & { receivedAt: string }; now: number }): JSX.Element {
  const { text, tone } = timeLeft(ticket, now, words.value);
  const { answerBy, receivedAt } = ticket;
  const title = answerBy ? words.value.answerBy(momentInFull(answerBy)) : words.value.cameAt(momentInFull(receivedAt));
  return (
    <span class={`time ${tone}`} title={title}>
      {text}
    </span>
  );
}
