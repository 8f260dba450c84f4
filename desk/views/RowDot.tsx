import type { JSX } from 'preact';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { words } from '../words/words.ts';

/** The mark of a row with messages that nobody has read; the bold subject says the same without colour. */
export function RowDot({ ticket }: { ticket: QueueRow }): JSX.Element | null {
  if (!isUnread(ticket)) return null;
  const says = words.value.unseenMessages(ticket.unseen);
  return (
    <span class="row-dot" title={says}>
      <span class="unseen">{says}</span>
    </span>
  );
}

/** Whether a row is drawn as unread. */
export function isUnread({ unseen }: QueueRow): boolean {
  return unseen > 0;
}
