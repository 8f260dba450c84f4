import type { TicketStatus } from '../lists.ts';

/** The statuses to which an agent may move a ticket without a reply. Nothing becomes `new` again. */
export const AGENT_MOVES: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['in-progress', 'solved', 'closed'],
  'in-progress': ['waiting-for-customer', 'solved', 'closed'],
  'waiting-for-customer': ['in-progress', 'solved', 'closed'],
  solved: ['in-progress', 'closed'],
  closed: ['in-progress'],
};
