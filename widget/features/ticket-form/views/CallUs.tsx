import type { JSX } from 'preact';
import { officeHours, lazyWords as words } from '#words/lazy-views.ts';
import { PhoneLink } from '../../../controls/PhoneLink.tsx';
import type { Panel } from '../../../panel.ts';
import { freshOpening } from '../models/fresh-opening.ts';

/** The telephone of an outage and its hours (R10), which need no service. Nothing where the vendor has no telephone. */
export function CallUs({ panel }: { panel: Pick<Panel, 'office' | 'shop'> }): JSX.Element | null {
  const { phone, hours = '' } = panel.office;
  if (!phone) return null;
  const opening = freshOpening(panel.shop);
  return (
    <div class="notice call">
      <p class="row">
        <strong>{words.call}</strong>
        {opening && <small>{opening.openNow ? words.openNow : words.closedNow}</small>}
      </p>
      <PhoneLink phone={phone} />
      {officeHours(hours)}
    </div>
  );
}
