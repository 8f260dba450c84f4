/** Where a ticket can stand, in the order of its life. */
export const TICKET_STATUSES = ['new', 'in-progress', 'waiting-for-customer', 'solved', 'closed'] as const;

export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** What a customer may say of a ticket: that it is solved, or that it is not after all. */
export const CUSTOMER_STATUSES = ['solved', 'in-progress'] as const;

export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];
