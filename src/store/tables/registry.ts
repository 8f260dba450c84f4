import type { Generated } from 'kysely';
import type { DayText, Flag, InstantText } from './columns.ts';

export interface ShopsTable {
  id: Generated<number>;
  support_number: string;
  /** what tells shops apart, from `policy/same-shop` */
  shop_key: string;
  install_url: string;
  edition: string;
  purchased_on: DayText;
  support_months: number;
  bought_directly: Flag;
  licence_state: 'valid' | 'breached';
  shop_name: string;
  contact_email: string;
  shop_version: string | null;
  imported_at: InstantText;
  /** name, number, address and e-mail as they are searched */
  words: Generated<string>;
}

export interface SupportPackagesTable {
  id: Generated<number>;
  shop_id: number;
  purchased_on: DayText;
  months: number;
  added_at: InstantText;
  /** the idempotency key it was added under, with the agent's id before it; null for those of the command */
  request_key: Generated<string | null>;
}

export interface ReleasesTable {
  id: Generated<number>;
  version: string;
  announced_at: InstantText;
}

/** Told to the shops whose version lies within `from_version` and `to_version`, both included; null is no bound. */
export interface NoticesTable {
  id: Generated<number>;
  kind: 'incident' | 'advisory' | 'update';
  title: string;
  text: string;
  /** for panels in English; null shows them the Polish words */
  title_en: string | null;
  text_en: string | null;
  since: InstantText;
  /** from when on it is told no more; null until somebody ends it */
  until: InstantText | null;
  from_version: string | null;
  to_version: string | null;
}
