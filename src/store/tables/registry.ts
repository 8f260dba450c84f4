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
}

export interface SupportPackagesTable {
  id: Generated<number>;
  shop_id: number;
  purchased_on: DayText;
  months: number;
  added_at: InstantText;
}

export interface ReleasesTable {
  id: Generated<number>;
  version: string;
  announced_at: InstantText;
}
