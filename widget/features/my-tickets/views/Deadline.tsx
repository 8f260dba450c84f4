import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { ticketWords as words } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import { serviceNow } from '../../../../browser/service-clock.ts';

interface Props {
  waitingSince: string | null;
  answerBy: string | null;
}

/** When we reply at the latest, that we are late, or that a reply is to come where none is promised. */
export function Deadline({ waitingSince, answerBy }: Props): JSX.Element | null {
  if (!answerBy) return waitingSince ? <span>{words.waits}</span> : null;
  const isLate = Date.parse(answerBy) < serviceNow();
  return (
    <span class={isLate ? 'late' : undefined}>
      {isLate ? words.late : sendingWords.answerBy}: <time dateTime={answerBy}>{momentInWords(answerBy)}</time>
      {isLate && `. ${bind(words.lateMore)}`}
    </span>
  );
}
