import { PROOFS, type Proof } from '../contract/desk/proof.ts';

/** How far two threads that became one are proven: no further than the weaker of them. */
export function weakerProof(one: Proof, other: Proof): Proof {
  return PROOFS.indexOf(one) > PROOFS.indexOf(other) ? one : other;
}
