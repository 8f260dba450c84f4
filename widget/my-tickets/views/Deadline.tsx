import type { JSX } from 'preact';
import { momentInWords } from '../../words/pl/dates.ts';
import { ticketWords as words } from '../../words/pl/my-tickets.ts';
import { bind } from '../../words/pl/panel.ts';

/** The time by which we reply, or that we are late. Empty while it is the owner's turn. */
export function Deadline({ answerBy }: { answerBy: string | null }): JSX.Element | null {
  if (!answerBy) return null;
  const isLate = Date.parse(answerBy) < Date.now();
  return (
    <span class={isLate ? 'late' : undefined}>
      {isLate ? words.late : words.answerBy}: <time dateTime={answerBy}>{momentInWords(answerBy)}</time>
      {isLate && `. ${bind(words.lateMore)}`}
    </span>
  );
}
