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
 * `POST …/follow-up`: changes by when we write again, without a reply: a time moves the ticket to `in-progress`, null takes
 * the time away. 409 `follow-up-unfit` for a time that is past, or too far.
 */
export const changeFollowUp = { method: 'POST', path: '/api/desk/tickets/:number/follow-up' };
/**
 * `POST …/merge`: merges the ticket into another of the same shop. With `isSamePerson` the tokens of both open the whole
 * thread; without it a token that is not proven opens its own messages and the replies given since. 409 `conflict` where
 * that is not allowed, `thread-full`.
 */
export const mergeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/merge' };
/** `POST …/unmerge`, without fields (`{}`), under the merged number: undoes the last merge into a ticket for a day. */
export const unmergeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/unmerge' };
/**
 * `POST …/same-person`, without fields (`{}`), under the merged number: its sender is that of the ticket that goes on.
 * 409 `conflict` for a ticket that is not merged.
 */
export const saySamePerson = { method: 'POST', path: '/api/desk/tickets/:number/same-person' };
/** `POST …/seen`: how many messages of the thread the agent has seen. */
export const seeDeskTicket = { method: 'POST', path: '/api/desk/tickets/:number/seen' };
/** `POST …/presence`: the agent has the ticket open, or writes; repeated every 20 seconds meanwhile. 204. */
export const tellPresence = { method: 'POST', path: '/api/desk/tickets/:number/presence' };
/**
 * `POST …/panel-address`, without fields (`{}`): adds the host that the ticket came from to the `panel` addresses of its
 * shop. 409 `conflict` where `sentFrom` cannot be added, `address-taken` as for `addPanelAddress`.
 */
export const addTicketsAddress = { method: 'POST', path: '/api/desk/tickets/:number/panel-address' };
/**
 * `POST …/vouch`: the agent says that the ticket's sender is its shop, which proves the ticket, and later ones that come
 * with its token; or takes that back. 409 `conflict` where the ticket is proven without it.
 */
export const vouchForTicket = { method: 'POST', path: '/api/desk/tickets/:number/vouch' };
/**
 * `POST …/contact`: letters about the ticket go to this address from now on, and begin again where they had ended, also at
 * the same address. Links that were mailed to another one open nothing any more. With `isLinkSent` the ticket's link is
 * mailed there at once.
 */
export const changeTicketsContact = { method: 'POST', path: '/api/desk/tickets/:number/contact' };
/**
 * `POST …/correction`: what the ticket is about, whether it is covered, its subject and its contact, as an agent decides;
 * audited, and the customer sees it. 409 `conflict` when somebody else changed one of them meanwhile.
 */
export const correctTicket = { method: 'POST', path: '/api/desk/tickets/:number/correction' };
