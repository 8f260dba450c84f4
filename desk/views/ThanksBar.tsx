import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Icon } from './icons.tsx';

/**
 * The customer's last word is a bare thanks: one press closes the ticket, another leaves it solved, to be closed by itself
 * later. Either ends the wait, so that the bar is gone for everybody.
 */
export function ThanksBar({ open, ticket }: { open: OpenTicket; ticket: DeskTicket['ticket'] }): JSX.Element {
  const w = words.value;
  async function move(status: 'closed' | 'solved'): Promise<void> {
    const body = { status, seenMessages: ticket.messageCount };
    if (await open.ticket.change({ kind: 'status', body })) document.getElementById(FOCUS_TARGETS.heading)?.focus();
  }
  return (
    <section class="thanks-bar" aria-label={w.thanks.only}>
      <span class="with-icon">
        <Icon of="check" />
        {w.thanks.only}
      </span>
      <button type="button" class="primary" onClick={() => void move('closed')}>
        {w.thanks.close}
      </button>
      <button type="button" onClick={() => void move('solved')}>
        {w.thanks.leave}
      </button>
    </section>
  );
}
