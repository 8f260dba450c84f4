import { expect, test } from 'vitest';
import { PROOFS } from '../../src/contract/lists.ts';
import { canBeVouched, isProven } from '../../src/policy/proof.ts';

test('a session and an agent’s word prove the shop; what a stranger can forge with number and address does not', () => {
  expect(PROOFS.filter(isProven)).toEqual(['verified', 'phone', 'vouched']);
});

test('an agent’s word can be given where nothing else proves the sender, and be taken back', () => {
  expect(PROOFS.filter(canBeVouched)).toEqual(['vouched', 'panel', 'unverified']);
});
