/** `POST /tickets/:number/seen`: how far the customer has read. Answers 204. */
export const markSeen = { method: 'POST', path: '/api/v1/tickets/:number/seen' };
