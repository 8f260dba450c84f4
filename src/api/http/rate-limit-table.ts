/** A quota for a window of time that begins with the first request. */
export interface RateLimit {
  /** the name in the `RateLimit` header */
  name: string;
  quota: number;
  windowSeconds: number;
}

/** The quota of one address at one endpoint, and the kind of refusals there that count as tries. */
export interface RouteLimit extends RateLimit {
  tries?: keyof typeof TRIES;
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;

/**
 * Quotas of refusals per address over all endpoints of a kind: a client that collects many is trying numbers. The next
 * try is answered 429, whatever it names.
 *
 * `shops`: pairs of number and address that match no shop. The threat model says 6, but one owner who mistypes, or
 * whose shop is not imported yet, asks that often within two pages of the panel, and a whole office shares an address.
 * A correct guess reveals a date and no ticket. `tickets`: 401, 403 and 404 for a ticket or an attachment. A widget
 * stops at the first. `keys`: 401 and 403 for a key of another system, which knows its own. Not for sessions and lists of tickets: panels send expired sessions again with each page.
 */
export const TRIES = {
  shops: { name: 'unrecognised-shops', quota: 20, windowSeconds: QUARTER },
  tickets: { name: 'refused-tickets', quota: 50, windowSeconds: QUARTER },
  keys: { name: 'refused-keys', quota: 20, windowSeconds: QUARTER },
} as const satisfies Record<string, RateLimit>;

/**
 * Tries at shops from all addresses together: nobody is refused for them, but at the last one of an hour somebody is told
 * (`unknown-pairs`). Nobody mistypes so often: somebody tries numbers, from many places.
 */
export const ALL_TRIES: RateLimit = {
  name: 'all-unrecognised-shops',
  quota: 1000,
  windowSeconds: 60 * MINUTE,
};

/**
 * Wrong codes of one agent, of an app or for recovery: in an hour, three steps of a million codes are guessed with 3 in
 * 100 000. Only who knows the password gets this far.
 */
export const WRONG_CODES: RateLimit = { name: 'wrong-codes', quota: 10, windowSeconds: 60 * MINUTE };

/**
 * Wrong codes of tickets from one address, besides the count at each ticket: who was told one on the telephone has it right
 * within five (`mail.md`).
 */
export const WRONG_TICKET_CODES: RateLimit = { name: 'wrong-ticket-codes', quota: 5, windowSeconds: 60 * MINUTE };

/** The page that ends the mail of a ticket, and its button. */
export const UNSUBSCRIBE: RouteLimit = { name: 'unsubscribe', quota: 60, windowSeconds: MINUTE, tries: 'tickets' };

/**
 * Passwords tried within a quarter of an hour, where the right one is taken back: for one e-mail address from one network
 * address, from one network address, by a browser in which the agent has signed in before, and for one e-mail address
 * from anywhere else. The last refuses nobody, as strangers would then lock the agent out: the tries after it wait.
 */
export const PASSWORDS = {
  addressAndEmail: { name: 'sign-in-address-email', quota: 5, windowSeconds: QUARTER },
  address: { name: 'sign-in-address', quota: 20, windowSeconds: QUARTER },
  browser: { name: 'sign-in-browser', quota: 10, windowSeconds: QUARTER },
  email: { name: 'sign-in-email', quota: 20, windowSeconds: QUARTER },
} as const satisfies Record<string, RateLimit>;

/** For endpoints without a row, and for unknown paths. */
export const OTHERS: RouteLimit = { name: 'other', quota: 120, windowSeconds: MINUTE };

/**
 * Quotas per address by method and pattern. A shop's whole office sits behind one address: ten people who use the panel
 * with ten threads open stay below each of them.
 */
const ROUTE_LIMITS: Record<string, RouteLimit> = {
  'POST /api/v1/shop-status': { name: 'shop-status', quota: 120, windowSeconds: MINUTE, tries: 'shops' },
  // Asked once a minute by an emergency page that stands open.
  'GET /api/v1/help-state': { name: 'help-state', quota: 120, windowSeconds: MINUTE },
  'POST /api/v1/tickets': { name: 'open-ticket', quota: 60, windowSeconds: 10 * MINUTE, tries: 'shops' },
  'GET /api/v1/tickets': { name: 'list-tickets', quota: 120, windowSeconds: MINUTE },
  // Polled every 5 s while a thread is open: fifty open threads.
  'GET /api/v1/tickets/:number': { name: 'read-ticket', quota: 600, windowSeconds: MINUTE, tries: 'tickets' },
  'POST /api/v1/tickets/:number/messages': { name: 'message', quota: 30, windowSeconds: MINUTE, tries: 'tickets' },
  'POST /api/v1/tickets/:number/status': { name: 'status', quota: 30, windowSeconds: MINUTE, tries: 'tickets' },
  'POST /api/v1/tickets/:number/seen': { name: 'seen', quota: 120, windowSeconds: MINUTE, tries: 'tickets' },
  'POST /api/v1/unread': { name: 'unread', quota: 240, windowSeconds: MINUTE },
  // No panel keeps its session over a reload: each page of each colleague may exchange a token. These are no tries: a
  // shop whose clock is wrong gets 401 each time, and should not be locked out of its tickets for that.
  'POST /api/v1/session': { name: 'session', quota: 120, windowSeconds: MINUTE },
  // Five files of 10 MB are 200 parts: six tickets full of them.
  'PUT /api/v1/uploads/:id': { name: 'upload', quota: 1200, windowSeconds: 10 * MINUTE, tries: 'shops' },
  'GET /api/v1/attachments/:id': { name: 'attachment', quota: 300, windowSeconds: MINUTE, tries: 'tickets' },
  'POST /api/v1/ticket-links': { name: 'open-link', quota: 60, windowSeconds: MINUTE, tries: 'tickets' },
  // Each may send a letter; how many go to one address is for the limits of mail.
  'POST /api/v1/ticket-links/restore': { name: 'restore-link', quota: 10, windowSeconds: 10 * MINUTE },
  'POST /api/v1/tickets/:number/link': { name: 'make-link', quota: 30, windowSeconds: MINUTE, tries: 'tickets' },
  'DELETE /api/v1/tickets/:number/links': { name: 'revoke-links', quota: 30, windowSeconds: MINUTE, tries: 'tickets' },
  // Each writes a row: more often than a page asks that stands open at the door.
  'POST /api/desk/session/passkey-options': { name: 'passkey-options', quota: 60, windowSeconds: MINUTE },
  // A system that tells of each order, or once of all shops: ten thousand in half an hour.
  'GET /api/v1/registry/shops/:supportNumber': { name: 'registry', quota: 600, windowSeconds: MINUTE, tries: 'keys' },
  'PUT /api/v1/registry/shops/:supportNumber': { name: 'registry', quota: 600, windowSeconds: MINUTE, tries: 'keys' },
  'POST /api/v1/registry/shops/:supportNumber/packages': {
    name: 'registry',
    quota: 600,
    windowSeconds: MINUTE,
    tries: 'keys',
  },
  'GET /api/v1/openapi.json': { name: 'openapi', quota: 60, windowSeconds: MINUTE },
};

/** All agents of the vendor may sit behind one address; signing in has a throttle of its own. */
const DESK: RouteLimit = { name: 'desk', quota: 1200, windowSeconds: MINUTE };

/** The row of an endpoint, or `OTHERS`. */
export function routeLimit(method: string, path: string): RouteLimit {
  return ROUTE_LIMITS[`${method} ${path}`] ?? (path.startsWith('/api/desk/') ? DESK : OTHERS);
}
