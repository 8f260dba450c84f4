/** `POST /tickets/:number/seen`: how many messages the customer has seen. Answers 204. */
export const markSeen = { method: 'POST', path: '/api/v1/tickets/:number/seen' };
