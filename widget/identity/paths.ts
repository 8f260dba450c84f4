/**
 * Where the badge and the identity ask. Written out, because the contract's own modules bring their schemas and zod along,
 * which no page should load to show a number; a test holds them to the contract.
 */
export const PATHS = {
  session: '/api/v1/session',
  unread: '/api/v1/unread',
  tickets: '/api/v1/tickets',
};
