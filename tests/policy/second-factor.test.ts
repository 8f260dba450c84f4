import { describe, expect, test } from 'vitest';
import {
  hasFactor,
  isFactorRequired,
  isFreshProof,
  mayRemoveFactor,
  proofWays,
  standingWithout,
} from '../../src/policy/second-factor.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');
const NOTHING = { passkeys: 0, hasTotp: false, recoveryCodes: 0 };

test('a passkey or an app is a second factor, recovery codes alone are none', () => {
  expect(hasFactor(NOTHING)).toBe(false);
  expect(hasFactor({ ...NOTHING, passkeys: 1 })).toBe(true);
  expect(hasFactor({ ...NOTHING, hasTotp: true })).toBe(true);
});

test('admins need a second factor whatever the setting says, agents when it says so', () => {
  expect(isFactorRequired('admin', 'optional')).toBe(true);
  expect(isFactorRequired('admin', 'required')).toBe(true);
  expect(isFactorRequired('agent', 'required')).toBe(true);
  expect(isFactorRequired('agent', 'optional')).toBe(false);
});

describe('who has none and needs one may do without for fourteen days', () => {
  const since = NOW.subtract({ hours: 24 * 14 });
  test('until their last millisecond, and is told which day that is', () => {
    const later = since.add({ milliseconds: 1 });
    expect(standingWithout(later, NOW)).toEqual({ state: 'grace', until: NOW.add({ milliseconds: 1 }) });
  });
  test('and not after it', () => {
    expect(standingWithout(since, NOW)).toEqual({ state: 'needed', until: null });
  });
  test('for ever where none is required', () => {
    expect(standingWithout(null, NOW)).toEqual({ state: 'optional', until: null });
  });
});

test('a proof is fresh for ten minutes, and one from later than now is none', () => {
  const ago = (ms: number) => isFreshProof(NOW.subtract({ milliseconds: ms }), NOW);
  expect([ago(0), ago(599_999), ago(600_000), ago(-1)]).toEqual([true, true, false, false]);
  expect(isFreshProof(null, NOW)).toBe(false);
});

test('the password proves only who has nothing else', () => {
  expect(proofWays(NOTHING)).toEqual(['password']);
  // Codes without a factor stand in for nothing.
  expect(proofWays({ ...NOTHING, recoveryCodes: 3 })).toEqual(['password']);
  expect(proofWays({ ...NOTHING, passkeys: 1 })).toEqual(['passkey']);
  expect(proofWays({ ...NOTHING, hasTotp: true })).toEqual(['totp']);
  expect(proofWays({ passkeys: 2, hasTotp: true, recoveryCodes: 1 })).toEqual(['passkey', 'totp', 'recovery']);
});

test('the last factor stays where one is required', () => {
  const one = { ...NOTHING, passkeys: 1 };
  expect([mayRemoveFactor(one, true), mayRemoveFactor({ ...NOTHING, hasTotp: true }, true)]).toEqual([false, false]);
  expect(mayRemoveFactor(one, false)).toBe(true);
  expect(mayRemoveFactor({ ...one, passkeys: 2 }, true)).toBe(true);
  expect(mayRemoveFactor({ ...one, hasTotp: true }, true)).toBe(true);
});
