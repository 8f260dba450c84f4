import type { JSX } from 'preact';
import { closedInWords } from '#words/advice.ts';
import { bind } from '#words/panel.ts';
import type { Panel } from '../../panel.ts';
import { freshOpening } from '../ticket-form/models/fresh-opening.ts';

/** Above the send button, that the office is closed, and when it opens: a fact, not a warning. */
export function HoursLine({ panel }: { panel: Pick<Panel, 'shop'> }): JSX.Element | null {
  const opening = freshOpening(panel.shop);
  return opening && !opening.openNow ? <small>{bind(closedInWords(opening))}</small> : null;
}
