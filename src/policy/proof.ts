import type { Proof } from '../contract/lists.ts';

/**
 * Whether a proof shows that the shop itself sent a ticket: a session that its panel signed for, or an agent's word, on
 * the phone or about the ticket. Everything else can be made by a stranger who knows number and address, which are no
 * secret: `panel` goes by an `Origin`, which anybody forges outside browsers. What is proven comes first and has its
 * share of every quota; it opens nothing that is closed to others.
 */
const IS_PROVEN: Record<Proof, boolean> = {
  verified: true,
  phone: true,
  vouched: true,
  panel: false,
  unverified: false,
};

/** Whether the sender is the shop beyond what a stranger could pretend: the only place that decides it. */
export function isProven(proof: Proof): boolean {
  return IS_PROVEN[proof];
}

/** Whether an agent's word adds something: to what is not proven, and to what only such a word proves. */
export function canBeVouched(proof: Proof): boolean {
  return proof === 'vouched' || !isProven(proof);
}
