/** The statuses of a ticket, in the order of its life. */
export const TICKET_STATUSES = ['new', 'in-progress', 'waiting-for-customer', 'solved', 'closed'] as const;

export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** The statuses that a customer may set: solved, or not solved after all. */
export const CUSTOMER_STATUSES = ['solved', 'in-progress'] as const;

export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** The statuses to which an agent may move a ticket without a reply. Nothing becomes `new` again. */
export const AGENT_MOVES: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['in-progress', 'solved', 'closed'],
  'in-progress': ['waiting-for-customer', 'solved', 'closed'],
  'waiting-for-customer': ['in-progress', 'solved', 'closed'],
  solved: ['in-progress', 'closed'],
  closed: ['in-progress'],
};
