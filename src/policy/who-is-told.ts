import type { ToldWhy } from '../contract/lists.ts';

/** Whom an event concerns at the desk, and why. */
export interface Telling {
  why: ToldWhy;
  /** ids of agents; null for everybody */
  to: string[] | null;
}

/**
 * Whom an event of a ticket is told to by name: every outage to all, a customer's word to who holds the ticket, an assignment
 * and a mention to whom they name; null when it concerns nobody more than others. Who did it hears nothing of it.
 * @param details of the event, as the audit trail has them
 * @param holder id of the agent who holds the ticket now
 */
export function whoIsTold(
  { action, actor, details }: { action: string; actor: string; details: Record<string, unknown> },
  holder: string | null,
): Telling | null {
  const mentioned = readIds(details.mentioned).filter((id) => id !== actor);
  if (mentioned.length > 0) return { why: 'mention', to: mentioned };
  switch (action) {
    case 'ticket.opened':
      return details.outage === true ? { why: 'outage', to: null } : null;
    case 'ticket.message':
      return holder === null ? null : { why: 'message', to: [holder] };
    case 'ticket.assigned':
      return typeof details.to === 'string' && details.to !== actor ? { why: 'assigned', to: [details.to] } : null;
    default:
      return null;
  }
}

function readIds(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
