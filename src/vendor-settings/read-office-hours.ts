import { FOLLOW_UP_DAYS } from '../contract/office-time.ts';
import { officeStretches } from '../policy/opening-hours.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { readVendorSettings, type VendorSettings } from './vendor-settings.ts';

/** The stretches of time in which the office is open, from today to the farthest day of a follow-up. */
export async function readOfficeHours(
  db: Store,
  first: VendorSettings,
  now: Temporal.Instant,
): Promise<{ from: string; to: string }[]> {
  const { openingHours } = await readVendorSettings(db, first);
  return officeStretches(openingHours, dayInWarsaw(now), FOLLOW_UP_DAYS + 1).map(({ from, to }) => ({
    from: toPublicInstant(from),
    to: toPublicInstant(to),
  }));
}
