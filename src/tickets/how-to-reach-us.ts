import type { Language } from '../contract/lists.ts';
import type { ShopStatus } from '../contract/shops/shop-status.ts';
import { opening, openingInWords } from '../policy/opening-hours.ts';
import { toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { readVendorSettings, type VendorSettings } from '../vendor-settings/vendor-settings.ts';

/** What it takes to tell the ways to us. */
export interface HowToReachUsDeps {
  store: Store;
  now: () => Temporal.Instant;
  /** the environment's values, used where nobody set anything at the desk */
  firstSettings: VendorSettings;
}

/** Other ways to us, and when somebody is there. */
export type Ways = Pick<ShopStatus, 'contacts' | 'opening'>;

/** The ways to us besides this service, and when somebody is there, as it stands now. */
export async function howToReachUs({ store, now, firstSettings }: HowToReachUsDeps, language: Language): Promise<Ways> {
  return waysOf(await readVendorSettings(store, firstSettings), now(), language);
}

/** The same by settings that are at hand: those of the environment can be told while the store cannot be read. */
export function waysOf({ openingHours, contacts }: VendorSettings, now: Temporal.Instant, language: Language): Ways {
  const { openNow, nextOpening } = opening(openingHours, now);
  return {
    contacts,
    opening: {
      openNow,
      text: openingInWords(openingHours, language),
      nextOpening: nextOpening && toPublicInstant(nextOpening),
    },
  };
}
