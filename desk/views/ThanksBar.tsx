import type { JSX } from 'preact';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';
import { FOCUS_TARGETS } from './follow-keys.ts';
import { Icon } from './icons.tsx';

/** The customer's last word is a bare thanks: one press closes the ticket. */
export function ThanksBar({ open, ticket }: { open: OpenTicket; ticket: DeskTicket['ticket'] }): JSX.Element {
  const w = words.value;
  async function close(): Promise<void> {
    const body = { status: 'closed', seenMessages: ticket.messageCount };
    if (await open.ticket.change({ kind: 'status', body })) document.getElementById(FOCUS_TARGETS.heading)?.focus();
  }
  return (
    <section class="thanks-bar" aria-label={w.thanks.only}>
      <span class="with-icon">
        <Icon of="check" />
        {w.thanks.only}
      </span>
      <button type="button" class="primary" onClick={() => void close()}>
        {w.thanks.close}
      </button>
    </section>
  );
}
