import type { LoaderSettings } from '../contract/loader-settings.ts';
import { OWN_VENDOR } from '../contract/vendor.ts';
import { writeOpeningHours } from '../policy/opening-hours.ts';
import { comparableRange } from '../policy/version.ts';
import { newestAdvisory } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { readVendorSettings, type VendorSettings } from './vendor-settings.ts';

/**
 * The settings that the loader carries: the ways to us, and for which versions the newest advisory is (A2), whoever has
 * support.
 */
export async function readLoaderSettings(
  db: Store,
  first: VendorSettings,
  now: Temporal.Instant,
): Promise<LoaderSettings> {
  const advisory = await newestAdvisory(db, toInstantText(now));
  const settings = toLoaderSettings(await readVendorSettings(db, first));
  if (!advisory) return settings;
  const { from, to } = comparableRange({ from: advisory.from_version, to: advisory.to_version });
  return { ...settings, advisory: [from, to, `${advisory.id}`] };
}

/** The same by settings that are at hand, without any advisory: those of the environment need no store. */
export function toLoaderSettings({ contacts, openingHours, vendor }: VendorSettings): LoaderSettings {
  const { email, phone } = contacts;
  const ways = { email, phone: phone ?? '', hours: writeOpeningHours(openingHours), advisory: 0 } as const;
  const isOurs = vendor.name === OWN_VENDOR.name && vendor.mark === OWN_VENDOR.mark;
  return isOurs ? ways : { ...ways, vendor };
}
