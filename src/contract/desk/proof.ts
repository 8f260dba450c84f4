/**
 * How far it is proven who sent a ticket, the surest first.
 *
 * - `verified`: a session of the shop, which its panel opened with a signature
 * - `phone`: an agent took the call, and knows what was asked to tell who it is
 * - `panel`: a page at the registered address sent it; that can be forged outside browsers
 * - `unverified`: anybody who knows the support number and the address
 */
export const PROOFS = ['verified', 'phone', 'panel', 'unverified'] as const;

export type Proof = (typeof PROOFS)[number];
