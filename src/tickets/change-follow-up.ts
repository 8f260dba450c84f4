import { appendEvent } from '../events/append-event.ts';
import { followUpAt } from '../policy/follow-up.ts';
import { afterFollowUp } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';
import { readVendorSettings, type VendorSettings } from '../vendor-settings/vendor-settings.ts';
import type { Changed } from './change-ticket.ts';
import { toThreadState } from './thread-columns.ts';
import { updateThread } from './update-thread.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * Changes by when we write again, without a reply. A time moves the ticket to `in-progress`; reports still judge it by what
 * the customer was told first, unless it is earlier now.
 * @param asked outside office hours it means the next opening; null takes the time away
 */
export async function changeFollowUp(
  deps: StoreAndClock & { firstSettings: VendorSettings },
  action: AgentAction,
  asked: Temporal.Instant | null,
): Promise<Changed> {
  const { openingHours } = await readVendorSettings(deps.store, deps.firstSettings);
  const changed = await withTicketForAgent<Changed>(deps, action, async (transaction, ticket, now) => {
    const at = asked && followUpAt(asked, openingHours, now);
    if (typeof at === 'string') return { outcome: 'follow-up-unfit' };
    const before = toThreadState(ticket);
    const after = afterFollowUp(before, at);
    const text = at && toInstantText(at);
    if (ticket.follow_up_at === text && after.status === before.status) return { outcome: 'changed' };
    await updateThread(transaction, ticket, after, now, { movedBy: action.actor });
    await appendEvent(transaction, {
      at: toInstantText(now),
      actor: action.actor,
      action: 'ticket.follow-up-set',
      ticketNumber: ticket.number,
      details: { at: text },
    });
    return { outcome: 'changed' };
  });
  return changed ?? { outcome: 'not-found' };
}
