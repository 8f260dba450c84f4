import { expect, test } from 'vitest';
import { PROOFS } from '../../src/contract/lists.ts';
import { weakerProof } from '../../src/policy/merge.ts';

test('what is merged with something unproven is unproven, whichever goes into the other', () => {
  for (const proof of PROOFS) {
    expect(weakerProof(proof, proof)).toBe(proof);
    expect([weakerProof('unverified', proof), weakerProof(proof, 'unverified')]).toEqual(['unverified', 'unverified']);
    expect([weakerProof('verified', proof), weakerProof(proof, 'verified')]).toEqual([proof, proof]);
  }
});
