// Each answers 204, 404 when there is no such ticket, or 409 with the reason.

/**
 * `POST …/status`: moves the ticket without a reply. 409 `conflict` where that is not allowed, `newer-message` as for
 * replies.
 */
export const moveDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/status' };
/** `POST …/assignee`: assigns the ticket; 409 `conflict` with `assignee` when somebody else was faster. */
export const assignDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/assignee' };
/** `POST …/place`: moves a ticket to the outages, or away from there. Audited, as it reorders the queue. */
export const placeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/place' };
/**
 * `POST …/snooze`: hides the ticket until a time; only while no reply is owed, and a message of the customer ends it.
 */
export const snoozeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/snooze' };
/**
 * `POST …/merge`: merges the ticket into another of the same shop, for ever. 409 `conflict` where that is not allowed,
 * `thread-full`.
 */
export const mergeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/merge' };
/** `POST …/seen`: how many messages of the thread the agent has seen. */
export const seeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/seen' };
/** `POST …/presence`: the agent has the ticket open, or writes; repeated every 20 seconds meanwhile. 204. */
export const tellPresence = { method: 'POST', path: '/api/desk/tickets/:number/presence' };
/**
 * `POST …/panel-address`, without fields (`{}`): adds the host that the ticket came from to the `panel` addresses of its
 * shop. 409 `conflict` where `sentFrom` cannot be added, `address-taken` as for `addPanelAddress`.
 */
export const addTicketsAddress = { method: 'POST', path: '/api/desk/tickets/:number/panel-address' };
