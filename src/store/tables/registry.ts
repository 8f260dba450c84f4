import type { Generated } from 'kysely';
import type { AddressKind, LicenceState, NoticeKind, ShopChangeField, Signature } from '../../contract/lists.ts';
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
  /** the day on which the one installation was done that support covers (C1); null while it was not, or nobody said so */
  installed_on: Generated<string | null>;
  /** what was agreed before the purchase (N5), as the vendor wrote it; null where nothing was */
  individual_terms: Generated<string | null>;
  /** the account in the vendor's own shop that bought it (C3): for agents, never told to strangers */
  purchase_account: Generated<string | null>;
  /** who sold it, where it was not bought directly (R3) */
  seller: Generated<string | null>;
  /** for agents */
  note: Generated<string | null>;
  /** when the registry gave it up: its addresses ended with it; null while it is there */
  ended_at: Generated<InstantText | null>;
  /** grows with each change of its facts, so that nobody overwrites what they have not seen */
  revision: Generated<number>;
}

/** A change of one fact of a shop. */
export interface ShopChangesTable {
  id: Generated<number>;
  shop_id: number;
  at: InstantText;
  /** an agent's id, `operator`, the id of a key of a system, or the number of the ticket that said it by being solved */
  actor: string;
  field: ShopChangeField;
  /** as people read it; null is nothing */
  before: string | null;
  after: string | null;
}

/** A key by which another system of the vendor writes to the registry. The key itself is not stored. */
export interface ApiKeysTable {
  id: string;
  name: string;
  /** JSON: a list of scopes */
  scopes: string;
  key_hash: string;
  made_at: InstantText;
  /** an agent's id */
  made_by: string;
  used_at: InstantText | null;
  revoked_at: InstantText | null;
  revoked_by: string | null;
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
