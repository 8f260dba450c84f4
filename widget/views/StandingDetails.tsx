import type { JSX } from 'preact';
import type { LastAnswer } from '../outbox/last-answer.ts';
import { dayInWords, daysLeft, momentInWords } from '../words/pl/dates.ts';
import { words } from '../words/pl/panel.ts';

/** The last day of support with the days left, or the date of a stored status. */
export function StandingDetails({ last, isFresh }: { last: LastAnswer; isFresh: boolean }): JSX.Element {
  const { state, lastDay, daysLeft: days } = last.status.support;
  return (
    <>
      {lastDay && `${words.until} ${dayInWords(lastDay)}`}
      {lastDay && <br />}
      {isFresh ? state === 'active' && daysLeft(days ?? 0) : `${words.asOf} ${momentInWords(last.at)}`}
    </>
  );
}
