/**
 * How well the sender of a ticket is proven, the surest first.
 *
 * - `verified`: a session of the shop, which its panel opened with a signature
 * - `phone`: an agent took the call and checked the caller
 * - `panel`: a page at the registered address sent it; that can be forged outside browsers
 * - `unverified`: anybody who knows the support number and the address
 */
export const PROOFS = ['verified', 'phone', 'panel', 'unverified'] as const;

export type Proof = (typeof PROOFS)[number];
