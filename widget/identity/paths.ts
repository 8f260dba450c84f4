/**
 * Paths for the badge and the identity. Written out, because the contract's modules import zod, which no page should
 * load to show a number; a test compares them with the contract.
 */
export const PATHS = {
  session: '/api/v1/session',
  unread: '/api/v1/unread',
  tickets: '/api/v1/tickets',
};
