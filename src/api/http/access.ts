/**
 * Who may use an endpoint. The authorisation matrix (route × caller) is generated from this word of each route, and a
 * test checks every route against it.
 *
 * - `anyone`: open to everybody; it shows only tickets whose token is in the body, and gives access only to the
 * identity that the body proves
 * - `ticket`: the ticket's own token while it is valid, its link, or a session of its shop; for others the ticket is
 * missing (404)
 * - `owner`: the same without the link
 * - `shop`: a session of a shop; for others 401
 * - `agent`: an agent's cookie; for others 401
 * - `admin`: an admin's cookie; for other agents 403, for everybody else 401
 * - `passkey`: whoever answers a challenge of ours with a passkey; for others 401
 * - `half-signed-in`: the cookie of a sign-in that waits for its second factor; for others 401
 * - `registry-reader`, `registry-writer`: a key of another system of the vendor, with that scope; 403 for other keys, 401
 * for everybody else
 * - `uploader`: anything shaped like a ticket token, a link's session, or a session of a shop; for others 401, and 403 where
 * the token's or link's ticket or the session is of another shop than the one named
 */
export type Access =
  | 'anyone'
  | 'ticket'
  | 'owner'
  | 'shop'
  | 'agent'
  | 'admin'
  | 'passkey'
  | 'half-signed-in'
  | 'registry-reader'
  | 'registry-writer'
  | 'uploader';

/** What an endpoint of agents asks of them besides their session. */
export interface AgentGuard {
  /** a proof of less than 10 minutes ago that it is them; without one 403 `proof-needed` */
  needs?: 'fresh-proof';
  /** also for agents who must set up a second factor before anything else; at other endpoints they get 403 */
  isForSetUp?: true;
}
