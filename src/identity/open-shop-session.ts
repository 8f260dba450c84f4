import type { OpenedSession } from '../contract/shops/open-session.ts';
import { toInstantText } from '../store/instants.ts';
import { insertShopSession } from '../store/shop-sessions.ts';
import { hashToken, newToken } from './token.ts';
import { type AssertionDeps, useAssertion } from './use-assertion.ts';

/** How long a shop's session lasts, in minutes; the widget asks the panel for a new assertion when it ends. */
const SESSION_MINUTES = 60;

/** Exchanges a panel's signed assertion, once, for a session that may read the shop's tickets; null for an invalid one. */
export function openShopSession(deps: AssertionDeps, token: string): Promise<OpenedSession | null> {
  return useAssertion(deps, token, async (transaction, shop, kid, now) => {
    const session = newToken('s');
    const expiresAt = now.add({ minutes: SESSION_MINUTES });
    await insertShopSession(transaction, {
      token_hash: hashToken(session),
      shop_id: shop.id,
      secret_id: kid,
      created_at: toInstantText(now),
      expires_at: toInstantText(expiresAt),
    });
    return {
      session,
      expiresAt: expiresAt.toString({ smallestUnit: 'second' }),
      shop: { supportNumber: shop.support_number, installUrl: shop.install_url },
    };
  });
}
