import { PROOFS, type Proof } from '../contract/lists.ts';

/** The proof of a merged thread: the weaker of the two. */
export function weakerProof(one: Proof, other: Proof): Proof {
  return PROOFS.indexOf(one) > PROOFS.indexOf(other) ? one : other;
}
