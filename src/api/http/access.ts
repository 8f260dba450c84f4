/**
 * Who an endpoint is for. The authorisation matrix (route × who) is generated from this word of each route, and a test
 * holds every route to it.
 *
 * - `anyone`: answers everybody; what it answers is about nobody's ticket but those whose token stands in the body, and
 *   it opens nothing but to whom the body proves to be
 * - `ticket`: the ticket's own token while it lives, or a session of its shop; to others the ticket is missing (404)
 * - `shop`: a session of a shop; to others 401
 * - `agent`: an agent's cookie; to others 401
 * - `admin`: the cookie of an agent who is an admin; to other agents 403, to everybody else 401
 * - `uploader`: anything shaped like a ticket token, or a session; to others 401
 */
export type Access = 'anyone' | 'ticket' | 'shop' | 'agent' | 'admin' | 'uploader';
