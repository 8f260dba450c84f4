import type { JSX } from 'preact';
import { momentInWords } from '#words/dates.ts';
import { ticketWords as words } from '#words/my-tickets.ts';
import { bind } from '#words/panel.ts';
import { sendingWords } from '#words/sending.ts';
import { serviceNow } from '../../../../browser/service-clock.ts';

interface Props {
  waitingSince: string | null;
  answerBy: string | null;
  followUpAt: string | null;
  withoutSupport?: string | null;
}

/** When we write at the latest, as promised or as we said, that we are late, or that a reply is to come where none is promised. */
export function Deadline({ waitingSince, answerBy, followUpAt, withoutSupport }: Props): JSX.Element | null {
  const by = answerBy && followUpAt && followUpAt < answerBy ? followUpAt : (answerBy ?? followUpAt);
  if (!by) {
    const why = withoutSupport ? `${withoutSupport === 'expired' ? words.ended : ''}${words.unpromised}` : '';
    return waitingSince ? <span>{`${words.waits}${why}`}</span> : null;
  }
  const isLate = Date.parse(by) < serviceNow();
  return (
    <span class={isLate ? 'late' : undefined}>
      {isLate ? words.late : sendingWords.answerBy}: <time dateTime={by}>{momentInWords(by)}</time>
      {isLate && `. ${bind(words.lateMore)}`}
    </span>
  );
}
