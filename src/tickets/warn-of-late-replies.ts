import { appendEvent } from '../events/append-event.ts';
import { isWarningDue, LOOK_AHEAD_HOURS } from '../policy/late-warning.ts';
import { toInstantText } from '../store/instants.ts';
import { mailService } from '../store/mail-service.ts';
import type { StoreAndClock } from '../store/open.ts';
import { ticketsToWarn, updateTicketUnseen } from '../store/tickets.ts';
import { readVendorSettings, type VendorSettings } from '../vendor-settings/vendor-settings.ts';
import { withTicketForAgent } from './with-ticket-for-agent.ts';

/** The most tickets of one run; the next one continues. */
const BATCH = 500;

/** What it takes to warn customers. */
export interface WarnDeps extends StoreAndClock {
  firstSettings: VendorSettings;
  /** whether an agent has a ticket open now, and so may be answering it */
  isOpenAtDesk: (number: string) => boolean;
}

/**
 * Tells customers once, two office hours before, that a promise is about to break: the event owes the letter. Where no
 * mail goes nobody is told, and nothing is noted.
 * @returns how many were told
 */
export async function warnOfLateReplies(deps: WarnDeps): Promise<number> {
  const { store, now, firstSettings, isOpenAtDesk } = deps;
  if ((await mailService(store))?.is_on !== 1) return 0;
  const { openingHours } = await readVendorSettings(store, firstSettings);
  const at = now();
  const ending = { after: toInstantText(at), before: toInstantText(at.add({ hours: LOOK_AHEAD_HOURS })) };
  let warned = 0;
  for (const { number, answer_by } of await ticketsToWarn(store, ending, BATCH)) {
    if (isOpenAtDesk(number) || !isWarningDue(Temporal.Instant.from(answer_by), openingHours, at)) continue;
    const isWarned = await withTicketForAgent(
      deps,
      { number, actor: 'clock', author: null },
      async (transaction, ticket) => {
        // Checked again: an agent may have replied since the list was read.
        if (ticket.answer_by !== answer_by || ticket.late_warned_at !== null) return false;
        await updateTicketUnseen(transaction, ticket.number, { late_warned_at: toInstantText(at) });
        const event = { at: toInstantText(at), actor: 'clock', ticketNumber: ticket.number } as const;
        await appendEvent(transaction, { ...event, action: 'ticket.late-warned' });
        return true;
      },
    );
    if (isWarned) warned += 1;
  }
  return warned;
}
