import type { JSX } from 'preact';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import { words } from '../words/words.ts';

/**
 * The mark of a row with messages that this agent has not read: full when nobody of the team has, a ring when somebody
 * has. The bold subject says without colour that there are some.
 */
export function RowDot({ ticket }: { ticket: QueueRow }): JSX.Element | null {
  if (!isUnread(ticket)) return null;
  const isByTeam = ticket.unseenByTeam === 0;
  const says = isByTeam ? words.value.unseenByMe(ticket.unseen) : words.value.unseenMessages(ticket.unseen);
  return (
    <span class={isByTeam ? 'row-dot by-team' : 'row-dot'} title={says}>
      <span class="unseen">{says}</span>
    </span>
  );
}

/** Whether a row is drawn as unread. */
export function isUnread({ unseen }: QueueRow): boolean {
  return unseen > 0;
}
