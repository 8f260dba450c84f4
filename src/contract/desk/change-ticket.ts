// Each answers 204, 404 when there is no such ticket, or 409 with the reason.

/** `POST …/notes`: an internal note, which no customer ever sees. */
export const addDeskNote = { method: 'POST', path: '/api/desk/tickets/:number/notes' };
/** `POST …/status`: moves without a word to the customer. 409 `conflict` where that is not allowed, `newer-message` as for answers. */
export const moveDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/status' };
/** `POST …/assignee`: gives the ticket to somebody; 409 `conflict` with `assignee` when somebody else was faster. */
export const assignDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/assignee' };
/** `POST …/place`: lifts a ticket among the outages, or lowers it from there. Audited: it is what may reorder the queue. */
export const placeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/place' };
/** `POST …/snooze`: out of sight until a time; only while no answer is owed, a message of the customer ends it. */
export const snoozeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/snooze' };
/** `POST …/merge`: makes the ticket part of another of the same shop, for ever. 409 `conflict` where that is not allowed, `thread-full`. */
export const mergeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/merge' };
/** `POST …/seen`: the agent has seen so many messages of the thread. */
export const seeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/seen' };
/** `POST …/presence`: the agent looks at the ticket, or writes; told again every 20 seconds while it is so. 204. */
export const tellPresence = { method: 'POST', path: '/api/desk/tickets/:number/presence' };
