/** Where a ticket can stand, in the order of its life. */
export const TICKET_STATUSES = ['new', 'in-progress', 'waiting-for-customer', 'solved', 'closed'] as const;

export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** What a customer may say of a ticket: that it is solved, or that it is not after all. */
export const CUSTOMER_STATUSES = ['solved', 'in-progress'] as const;

export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** Where an agent may move a ticket without a word to the customer. Nothing becomes `new` again. */
export const AGENT_MOVES: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ['in-progress', 'solved', 'closed'],
  'in-progress': ['waiting-for-customer', 'solved', 'closed'],
  'waiting-for-customer': ['in-progress', 'solved', 'closed'],
  solved: ['in-progress', 'closed'],
  closed: ['in-progress'],
};
