import { describe, expect, test } from 'vitest';
import { checkAssertion, secretIdOf } from '../../src/identity/check-assertion.ts';
import { claims, sign } from '../support/an-assertion.ts';
import { ZURAW } from '../support/requests.ts';
import { NOW } from '../support/service.ts';

const SECRET = { kid: 'k_abcdefghij12', secret: 's'.repeat(43) };

const check = (payload: Record<string, unknown>) => checkAssertion(sign(payload, SECRET), SECRET.secret, NOW);

describe('the name of the secret', () => {
  test('is what the header says, where that can be one', () => {
    expect(secretIdOf(sign(claims(), SECRET))).toBe(SECRET.kid);
  });

  test.each([
    undefined,
    7,
    ['k_abcdefghij12'],
    '',
    'k_',
    'k_abc',
    'xk_abcdefghij12',
    'k_abcdefghij12x',
    'k_abcdefghi\u0000',
  ])('%j is none', (kid) => {
    expect(secretIdOf(sign(claims(), SECRET, { kid }))).toBeNull();
  });

  test.each(['', 'a.b.c', 'e30', '...'])('%j is no JWT', (token) => {
    expect(secretIdOf(token)).toBeNull();
  });
});

describe('an assertion', () => {
  test('that is good tells the shop, its own name, and when it is too old', async () => {
    expect(await check(claims({ jti: 'j'.repeat(16) }))).toEqual({
      ...ZURAW,
      jti: 'j'.repeat(16),
      refusedFrom: NOW.add({ seconds: 90 }),
    });
  });

  test.each([
    ['a number that is none', { sub: 'x' }],
    ['a number with a NUL', { sub: '7KcW\u0000t9Ru' }],
    ['a number that is not text', { sub: 12345678 }],
    ['an address that is not text', { url: ['https://www.ksiegarnia-zuraw.pl'] }],
    ['an address longer than a body may carry', { url: `https://www.ksiegarnia-zuraw.pl${'/'.repeat(2000)}` }],
  ])('with %s says nothing', async (_, otherwise) => {
    expect(await check(claims(otherwise))).toBeNull();
  });

  test.each(['sub', 'url', 'jti', 'exp', 'iat', 'aud'])('without %s says nothing', async (claim) => {
    expect(await check(claims({ [claim]: undefined }))).toBeNull();
  });

  test('of another secret says nothing', async () => {
    expect(await checkAssertion(sign(claims(), SECRET), 'x'.repeat(43), NOW)).toBeNull();
  });

  test('never hides a fault of ours', async () => {
    const broken = null as unknown as Temporal.Instant;
    await expect(checkAssertion(sign(claims(), SECRET), SECRET.secret, broken)).rejects.toThrow(TypeError);
  });
});
