import type { Generated } from 'kysely';
import type { AddressKind, LicenceState, NoticeKind, Signature } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

export interface ShopsTable {
  id: Generated<number>;
  support_number: string;
  /** its current address of kind `shop`, as it was given */
  install_url: string;
  edition: string;
  purchased_on: string;
  support_months: number;
  bought_directly: 0 | 1;
  licence_state: LicenceState;
  shop_name: string;
  contact_email: string;
  shop_version: string | null;
  imported_at: InstantText;
  /** name, number, address and e-mail, folded for the search */
  words: Generated<string>;
  /** whether its tickets from pages need a session */
  signature: Generated<Signature>;
}

/** An address of a shop. Each shop has one of kind `shop`, by which its pages and those of its panel are known. */
export interface ShopAddressesTable {
  id: Generated<number>;
  shop_id: number;
  kind: AddressKind;
  /** as it was given */
  address: string;
  /** host and path as `policy/shop-address` reads them */
  host: string;
  path: string;
  /** of `address`, folded, for searching */
  words: string;
  since: InstantText;
  /** when it no longer counts, which may be in the future; null while it has no end */
  until: InstantText | null;
}

export interface SupportPackagesTable {
  id: Generated<number>;
  shop_id: number;
  purchased_on: string;
  months: number;
  added_at: InstantText;
  /** the idempotency key of the request that added it, prefixed with the agent's id; null when the command added it */
  request_key: Generated<string | null>;
}

export interface ReleasesTable {
  id: Generated<number>;
  version: string;
  announced_at: InstantText;
}

/** A notice for shops whose version lies between `from_version` and `to_version`, both included; null is no bound. */
export interface IncidentsTable {
  id: Generated<number>;
  kind: NoticeKind;
  title: string;
  text: string;
  /** for panels in English; null shows the Polish text */
  title_en: string | null;
  text_en: string | null;
  since: InstantText;
  /** when it ended; null while it is active */
  until: InstantText | null;
  from_version: string | null;
  to_version: string | null;
  /** when it was solved; no ticket is linked after that */
  solved_at: InstantText | null;
  /** the agent who wrote the solution */
  solved_by: string | null;
  /** the reply that every linked ticket gets */
  solution: string | null;
  /** when the last linked ticket got it */
  completed_at: InstantText | null;
}
