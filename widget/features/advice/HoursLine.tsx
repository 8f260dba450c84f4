import type { JSX } from 'preact';
import { closedInWords } from '#words/advice.ts';
import { bind } from '#words/panel.ts';
import { ageOf } from '../../../browser/age.ts';
import type { Panel } from '../../panel.ts';

/** How long a status response is valid for "closed now", in milliseconds. */
const FRESH_MS = 3_600_000;

/** Above the send button, that the office is closed, and when it opens: a fact, not a warning. */
export function HoursLine({ panel }: { panel: Pick<Panel, 'shop'> }): JSX.Element | null {
  const { last, isFresh } = panel.shop.statusState.value;
  if (!last || !isFresh || (ageOf(last.at, Date.now()) ?? FRESH_MS) > FRESH_MS) return null;
  const { opening } = last.status;
  return opening.openNow ? null : <small>{bind(closedInWords(opening))}</small>;
}
