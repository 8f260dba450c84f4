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

/** The ways to us besides this service, and when somebody is there, as it stands now. */
export async function howToReachUs(
  { store, now, firstSettings }: HowToReachUsDeps,
  language: Language,
): Promise<Pick<ShopStatus, 'contacts' | 'opening'>> {
  const { openingHours, contacts } = await readVendorSettings(store, firstSettings);
  const { openNow, nextOpening } = opening(openingHours, now());
  return {
    contacts,
    opening: {
      openNow,
      text: openingInWords(openingHours, language),
      nextOpening: nextOpening && toPublicInstant(nextOpening),
    },
  };
}
