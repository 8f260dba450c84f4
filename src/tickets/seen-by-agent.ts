import type { TicketRow } from '../store/tickets.ts';
import type { AgentAction } from './on-our-ticket.ts';

/**
 * How many messages of a thread an agent has seen. Whoever names it by the number of a ticket that was merged into it looked
 * at that one, whose messages have other places now: none counts as seen. A desk that has read the thread names it by its own.
 */
export function seenByAgent({ number }: TicketRow, action: AgentAction, seenMessages: number): number {
  return action.number === number ? seenMessages : 0;
}
