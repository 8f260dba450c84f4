import type { ShopStatus } from '../../../src/contract/shops/shop-status.ts';
import type { EmbedConfig, PageSession } from '../../host-page/embed-config.ts';
import type { Facts } from '../../host-page/facts.ts';
import { type IdentityState, identityOf } from '../../identity/identity.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { Panel } from '../../panel.ts';
import type { ShopSource } from '../ticket-form/models/shop-model.ts';

/** What only the panel knows of a page's integration. No token, session or text is in it. */
export interface Told {
  facts: Facts;
  /** where the shop comes from */
  source: ShopSource;
  /** what the service says of the shop now; missing when it did not say */
  status: ShopStatus | undefined;
  /** whether this browser stores anything */
  isDurable: boolean;
  /** `signed` while a session is open */
  identity: IdentityState;
}

export interface Examined {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  panel: Pick<Panel, 'shop'>;
}

/** The panel's part of `SGPomoc('doctor')`, which judges it. Opens a session, as „Moje zgłoszenia” would. */
export async function tellDoctor({ config, page, store, panel: { shop } }: Examined): Promise<Told> {
  const identity = identityOf(config, page);
  await identity.session();
  await shop.settled();
  if (!shop.statusState.peek().isFresh) shop.ask(); // the panel is new, or a session has named the shop
  await shop.settled();
  const { last, isFresh } = shop.statusState.peek();
  return {
    facts: shop.facts.peek(),
    source: shop.source.peek(),
    status: isFresh ? last?.status : undefined,
    isDurable: await store.isDurable(),
    identity: identity.state(),
  };
}
