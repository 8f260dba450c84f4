import { SECOND_FACTOR_RULES, type SecondFactorRule } from '../contract/lists.ts';
import type { Setting, SettingValues } from '../contract/shops/settings.ts';
import type { Vendor } from '../contract/vendor.ts';
import { type OpeningHours, parseOpeningHours, writeOpeningHours } from '../policy/opening-hours.ts';
import type { Store } from '../store/open.ts';
import { storedSettings } from '../store/settings.ts';

/** Contacts of the vendor; what is not configured is null. */
export interface Contacts {
  email: string;
  phone: string | null;
  rules: string | null;
  renewal: string | null;
  privacy: string | null;
}

/** Settings that the vendor changes at the desk, and who they are, which the environment says. */
export interface VendorSettings {
  vendor: Vendor;
  openingHours: readonly OpeningHours[];
  contacts: Contacts;
  /** where who bought the program signs in for its updates (C3); null where no page is named */
  updates: string | null;
  /** of whom a second factor is required at sign-in: of admins, or of everybody */
  secondFactor: SecondFactorRule;
  /** what ends a reply from the desk, where `{agent}` stands for the agent's name; null where nothing does */
  signature: string | null;
}

/**
 * The vendor's current settings. Read with every response, a few rows by key, so that a change reaches every process
 * with its next response and no cache can be stale.
 * @param first the environment's values, used where nobody set anything at the desk
 */
export async function readVendorSettings(db: Store, first: VendorSettings): Promise<VendorSettings> {
  const values = { ...settingValues(first), ...(await changedValues(db)) };
  return {
    vendor: first.vendor,
    openingHours: parseOpeningHours(values['opening-hours'] ?? '') ?? first.openingHours,
    contacts: {
      email: values.email ?? first.contacts.email,
      phone: values.phone,
      rules: values.rules,
      renewal: values.renewal,
      privacy: values.privacy,
    },
    updates: values.updates,
    secondFactor: readRule(values['second-factor']) ?? first.secondFactor,
    signature: values.signature,
  };
}

/** Settings in the text form in which they are stored and shown. */
export function settingValues({
  openingHours,
  contacts,
  updates,
  secondFactor,
  signature,
}: VendorSettings): SettingValues {
  const hours = writeOpeningHours(openingHours);
  return { 'opening-hours': hours, ...contacts, updates, 'second-factor': secondFactor, signature };
}

/** Of whom a second factor is required, and when that was said at the desk; null where it is the environment's word. */
export async function secondFactorRule(
  db: Store,
  first: VendorSettings,
): Promise<{ rule: SecondFactorRule; changedAt: string | null }> {
  const row = (await storedSettings(db)).find(({ name }) => name === 'second-factor');
  return { rule: readRule(row?.value) ?? first.secondFactor, changedAt: row?.changed_at ?? null };
}

function readRule(value: string | null | undefined): SecondFactorRule | null {
  return SECOND_FACTOR_RULES.find((rule) => rule === value) ?? null;
}

/** The values set at the desk or by the operator's command. */
export async function changedValues(db: Store): Promise<Partial<SettingValues>> {
  return Object.fromEntries((await storedSettings(db)).map(({ name, value }) => [name as Setting, value]));
}
