import type { JSX } from 'preact';
import type { Panel } from '../panel.ts';
import { hoursInWords, versionInWords, adviceWords as words } from '../words/pl/advice.ts';
import { momentInWords } from '../words/pl/dates.ts';
import { bind } from '../words/pl/panel.ts';

/** An answer older than this says nothing of whether the office is open, in milliseconds. */
const FRESH_MS = 3_600_000;

/** Beside the button that sends: whether anybody is there, until when we answer, and that the shop is behind (A1). */
export function HoursLine({ panel }: { panel: Pick<Panel, 'shop'> }): JSX.Element | null {
  const { last, isFresh } = panel.shop.standing.value;
  const now = Date.now();
  if (!last || !isFresh || now - last.at > FRESH_MS) return null;
  const { opening, promise, version } = last.status;
  return (
    <>
      {version?.behind && <small>{bind(versionInWords(version))}</small>}
      <small>
        {bind(hoursInWords(opening))}{' '}
        {promise.answerBy && `${words.answerBy} ${momentInWords(now + promise.hours * 3_600_000)}.`}
      </small>
    </>
  );
}
