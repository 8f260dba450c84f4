import type { TicketStatus } from '../contract/ticket-status.ts';

/** Where a ticket may fall quiet: the next word is the customer's, and may never come. */
export const QUIET_STATUSES: readonly TicketStatus[] = ['solved', 'waiting-for-customer'];

/** Whether a ticket of this status may be closed once nobody touched it long enough. */
export function isQuiet(status: TicketStatus): boolean {
  return QUIET_STATUSES.includes(status);
}

/** Tickets in a quiet status that nobody touched since this instant are closed. */
export function quietSince(now: Temporal.Instant, days: number): Temporal.Instant {
  return now.subtract({ hours: 24 * days });
}

/** How long a ticket token outlives the closing of its ticket, in days of 24 hours: long enough to come back and reopen. */
export const TOKEN_DAYS_AFTER_CLOSING = 30;

/** Whether the token of a ticket closed then still opens it. */
export function tokenLives(closedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (!closedAt) return true;
  return Temporal.Instant.compare(now, closedAt.add({ hours: 24 * TOKEN_DAYS_AFTER_CLOSING })) < 0;
}
