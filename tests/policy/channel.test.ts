import { describe, expect, test } from 'vitest';
import { ORIGINS, SIGNATURES, type Signature } from '../../src/contract/lists.ts';
import { judgeSender, type Sender } from '../../src/policy/channel.ts';

const SESSIONS: Sender['session'][] = ['own', 'other', 'none'];

/** Everything that can be known of a sender. */
const SENDERS: Sender[] = SESSIONS.flatMap((session) =>
  ORIGINS.flatMap((origin) =>
    SIGNATURES.flatMap((signature) =>
      [true, false].map((fromOtherShop) => ({ session, origin, signature, fromOtherShop })),
    ),
  ),
);

const unsigned = (origin: Sender['origin'], otherwise: Partial<Sender> = {}) =>
  judgeSender({ session: 'none', origin, fromOtherShop: false, signature: 'optional', ...otherwise });

describe('a ticket', () => {
  test('with a session of its shop came from the panel and is proven, whatever page sent it (R6)', () => {
    const own = SENDERS.filter(({ session }) => session === 'own').map(judgeSender);
    const panel = { outcome: 'taken', channel: 'panel', proof: 'verified', fromOtherShop: false };
    expect(own).toEqual(own.map(() => panel));
  });

  test('with a session of another shop is refused, whatever else it says', () => {
    const other = SENDERS.filter(({ session }) => session === 'other').map(judgeSender);
    expect(other).toEqual(other.map(() => ({ outcome: 'refused', code: 'shop-mismatch' })));
  });

  test('from an address of its shop came from the panel, and only that is certain (R6)', () => {
    expect(unsigned('own')).toEqual({ outcome: 'taken', channel: 'panel', proof: 'panel', fromOtherShop: false });
    expect(unsigned('own', { fromOtherShop: true })).toEqual(unsigned('own'));
  });

  test('from nowhere that we know came by a form (R7)', () => {
    const form = { outcome: 'taken', channel: 'form', proof: 'unverified', fromOtherShop: false };
    expect(unsigned('unknown')).toEqual(form);
    expect(unsigned('unknown', { fromOtherShop: true })).toEqual(form);
  });

  test('from the panel of another shop is taken once the person knows that, by a form and marked', () => {
    expect(unsigned('other-shop')).toEqual({ outcome: 'refused', code: 'shop-mismatch' });
    expect(unsigned('other-shop', { fromOtherShop: true })).toEqual({
      outcome: 'taken',
      channel: 'form',
      proof: 'unverified',
      fromOtherShop: true,
    });
  });

  test('of a shop that requires signatures is taken with its session only', () => {
    const signature: Signature = 'required';
    for (const origin of ORIGINS) {
      const refused = { outcome: 'refused', code: 'signature-required' };
      expect(unsigned(origin, { signature })).toEqual(refused);
      expect(unsigned(origin, { signature, fromOtherShop: true })).toEqual(refused);
    }
  });
});
