import type { Channel, OriginStanding, Proof, Signature } from '../contract/lists.ts';

/** What is known of the sender of a ticket that came over the public API. */
export interface Sender {
  /** whether a session was sent, and of which shop: the one named, or another */
  session: 'own' | 'other' | 'none';
  /** whose the page is, by an `Origin` that can be forged outside browsers */
  origin: OriginStanding;
  /** whether the person was told that the page is another shop's, and sends it all the same */
  fromOtherShop: boolean;
  /** what the shop requires */
  signature: Signature;
}

/** How a ticket came and what proves it, or why it is not taken. */
export type Judged =
  | { outcome: 'taken'; channel: Channel; proof: Proof; fromOtherShop: boolean }
  | { outcome: 'refused'; code: 'shop-mismatch' | 'signature-required' };

/**
 * The channel and the proof of a ticket from a page: `panel` with a session of the shop, or from a page at an address of
 * the shop (R6), otherwise `form` (R7). They decide order, never access. A session of another shop is refused: it would
 * prove a shop that is not named.
 */
export function judgeSender({ session, origin, fromOtherShop, signature }: Sender): Judged {
  if (session === 'own') return taken('panel', 'verified');
  if (session === 'other') return { outcome: 'refused', code: 'shop-mismatch' };
  if (signature === 'required') return { outcome: 'refused', code: 'signature-required' };
  if (origin === 'own') return taken('panel', 'panel');
  if (origin === 'unknown') return taken('form', 'unverified');
  if (!fromOtherShop) return { outcome: 'refused', code: 'shop-mismatch' };
  return { ...taken('form', 'unverified'), fromOtherShop: true };
}

function taken(channel: Channel, proof: Proof): Extract<Judged, { outcome: 'taken' }> {
  return { outcome: 'taken', channel, proof, fromOtherShop: false };
}
