import { TICKET_STATUSES, type TicketStatus } from '../contract/lists.ts';
import { STATUS_RULES } from './thread.ts';

/** The statuses in which a ticket waits for the customer, whose reply may never come. */
export const AUTO_CLOSE_STATUSES: readonly TicketStatus[] = TICKET_STATUSES.filter(closesByItself);

/** Whether a ticket of this status is closed after a time without activity. */
export function closesByItself(status: TicketStatus): boolean {
  return STATUS_RULES[status].closesByItself;
}

/** Tickets in such a status without activity since this instant are closed. */
export function autoCloseBound(now: Temporal.Instant, days: number): Temporal.Instant {
  return now.subtract({ hours: 24 * days });
}

/**
 * How long a ticket token is valid after its ticket was closed, in days of 24 hours: long enough to come back and
 * reopen it.
 */
export const TOKEN_DAYS_AFTER_CLOSING = 30;

/** Whether the token of a ticket closed at `closedAt` is still valid. */
export function tokenLives(closedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (!closedAt) return true;
  return Temporal.Instant.compare(now, closedAt.add({ hours: 24 * TOKEN_DAYS_AFTER_CLOSING })) < 0;
}
