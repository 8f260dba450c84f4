import { canOfferPasskeys, offerPasskeys, stopOffering } from '../client/passkeys.ts';
import type { SessionModel } from './session-model.ts';

/** How long one offer stands, in milliseconds: less than the 5 minutes in which its challenge can be answered. */
const OFFER_MS = 4 * 60_000;

/**
 * Offers passkeys among the names that the browser fills in, for as long as the form stands.
 * @returns ends the offer
 */
export function offerPasskeysAt(session: Pick<SessionModel, 'passkeyOffer' | 'signInOffered'>): () => void {
  let isOver = false;
  async function offer(): Promise<void> {
    if (isOver || !(await canOfferPasskeys())) return;
    const options = await session.passkeyOffer();
    if (isOver || !options) return;
    const shown = await offerPasskeys(options);
    if (!isOver && shown.outcome === 'ok') await session.signInOffered(shown.credential);
  }
  void offer();
  const timer = setInterval(() => void offer(), OFFER_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
    void stopOffering();
  };
}
