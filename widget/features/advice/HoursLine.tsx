import type { JSX } from 'preact';
import { hoursInWords, versionInWords, adviceWords as words } from '#words/advice.ts';
import { momentInWords } from '#words/dates.ts';
import { bind } from '#words/panel.ts';
import { ageOf } from '../../../browser/age.ts';
import { serviceNow } from '../../../browser/service-clock.ts';
import type { Panel } from '../../panel.ts';
import { isPromised } from '../ticket-form/models/is-promised.ts';

/** How long a status response is valid for "open now", in milliseconds. */
const FRESH_MS = 3_600_000;

/**
 * The line beside the send button: whether the office is open, when we reply, and whether the shop's version is behind
 * (A1).
 */
export function HoursLine({ panel }: { panel: Pick<Panel, 'shop' | 'draft'> }): JSX.Element | null {
  const { last, isFresh } = panel.shop.statusState.value;
  if (!last || !isFresh || (ageOf(last.at, Date.now()) ?? FRESH_MS) > FRESH_MS) return null;
  const { opening, promise, version } = last.status;
  return (
    <>
      {version?.behind && <small>{bind(versionInWords(version))}</small>}
      <small>
        {bind(hoursInWords(opening))}{' '}
        {isPromised(last.status, panel.draft.value.topic) &&
          `${words.answerBy} ${momentInWords(serviceNow() + promise.hours * 3_600_000)}.`}
      </small>
    </>
  );
}
