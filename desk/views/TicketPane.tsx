import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { DeskModel } from '../models/desk-model.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { Dock } from './Dock.tsx';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Later } from './Later.tsx';
import { Thread } from './Thread.tsx';
import { TicketHead } from './TicketHead.tsx';

/** Few customers only thank. */
const loadThanksBar = async () => (await import('./ThanksBar.tsx')).ThanksBar;

/** One ticket: its head, its thread, and the composer. */
export function TicketPane({ model, open }: { model: DeskModel; open: OpenTicket }): JSX.Element {
  const ticket = open.ticket.ticket.value;
  // Opening a ticket moves the focus to it; a screen reader says its subject.
  useLayoutEffect(() => {
    if (document.activeElement?.id !== FOCUS_TARGETS.composer) {
      document.getElementById(FOCUS_TARGETS.heading)?.focus({ preventScroll: true });
    }
  }, [ticket === null]);
  return (
    <section class="ticket-pane" data-number={open.number} aria-labelledby={FOCUS_TARGETS.heading}>
      <TicketHead model={model} open={open} />
      {ticket && <Thread model={model} open={open} ticket={ticket} />}
      {ticket && (
        <Later
          wanted={ticket.ticket.isThanks ? 'thanks' : null}
          load={loadThanksBar}
          with={{ open, ticket: ticket.ticket }}
        />
      )}
      {ticket && <Dock model={model} open={open} ticket={ticket} />}
    </section>
  );
}
