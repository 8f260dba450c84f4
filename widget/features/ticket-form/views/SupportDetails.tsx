import type { JSX } from 'preact';
import { dayInWords, daysLeft, momentInWords } from '#words/dates.ts';
import { sendingWords } from '#words/sending.ts';
import type { StoredStatus } from '../../../outbox/widget-store.ts';

/** The last day of support, or the first that is to come, with the days left, or the date of a stored status. */
export function SupportDetails({ last, isFresh }: { last: StoredStatus; isFresh: boolean }): JSX.Element {
  const { state, lastDay, firstDay, daysLeft: days } = last.status.support;
  const day = firstDay ?? lastDay;
  return (
    <small>
      {state === 'active' && sendingWords.until} {day && dayInWords(day)}{' '}
      <span>
        {isFresh ? state === 'active' && daysLeft(days ?? 0) : `${sendingWords.asOf} ${momentInWords(last.at)}`}
      </span>
    </small>
  );
}
