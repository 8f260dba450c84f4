import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { plannedMoment } from '../words/moments.ts';
import { words } from '../words/words.ts';

/**
 * What the time of a ticket does not say: by when we said that we write again, while the customer waits besides; and that
 * it will be an outage, while nobody waits.
 */
export function OwedSigns({ ticket, now }: { ticket: DeskTicket['ticket']; now: number }): JSX.Element {
  const w = words.value;
  const { waitingSince, followUpAt, isOutage } = ticket;
  return (
    <>
      {waitingSince && followUpAt && <span>{w.followUp.by(plannedMoment(followUpAt, now, w.locale))}</span>}
      {isOutage && !waitingSince && <span class="pill">{w.outageNoted}</span>}
    </>
  );
}
