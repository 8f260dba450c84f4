import type { Setting, SettingValues } from '../contract/settings.ts';
import { type OpeningHours, parseOpeningHours, writeOpeningHours } from '../policy/opening-hours.ts';
import type { Store } from '../store/open.ts';
import { storedSettings } from '../store/settings.ts';

/** How the vendor can be reached; anything not configured is null. */
export interface Contacts {
  email: string;
  phone: string | null;
  rules: string | null;
  renewal: string | null;
  privacy: string | null;
}

/** What the vendor sets for itself. */
export interface VendorSettings {
  openingHours: readonly OpeningHours[];
  contacts: Contacts;
}

/**
 * The vendor's settings as they stand at this moment. Asked for with every answer, a few rows by their key, so that a change
 * reaches every process with its next answer and there is nothing to forget in time.
 * @param first what the environment says; it stands where nobody set anything at the desk
 */
export async function readVendorSettings(db: Store, first: VendorSettings): Promise<VendorSettings> {
  const values = { ...settingValues(first), ...(await changedValues(db)) };
  return {
    openingHours: parseOpeningHours(values['opening-hours'] ?? '') ?? first.openingHours,
    contacts: {
      email: values.email ?? first.contacts.email,
      phone: values.phone,
      rules: values.rules,
      renewal: values.renewal,
      privacy: values.privacy,
    },
  };
}

/** Settings as the texts they are stored and shown as. */
export function settingValues({ openingHours, contacts }: VendorSettings): SettingValues {
  return { 'opening-hours': writeOpeningHours(openingHours), ...contacts };
}

/** What was set at the desk, or by the operator's command. */
export async function changedValues(db: Store): Promise<Partial<SettingValues>> {
  return Object.fromEntries((await storedSettings(db)).map(({ name, value }) => [name as Setting, value]));
}
