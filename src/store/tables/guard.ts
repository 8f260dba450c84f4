import type { Generated } from 'kysely';
import type { AlarmKind, BlockKind, Standing } from '../../contract/lists.ts';
import type { InstantText } from '../instants.ts';

/** From where a ticket of a page came, for twelve months. */
export interface SendersTable {
  ticket_number: string;
  shop_id: number;
  /** the network address under a key and the shop's id: it shows that two are the same, and not where anybody is */
  address_hash: string;
  /** as it was when the ticket came */
  standing: Standing;
  sent_at: InstantText;
  /** when an agent first answered it, or vouched for it: the address is usual from then on; null until then */
  answered_at: InstantText | null;
}

/** What an agent or the operator keeps out. */
export interface BlocksTable {
  id: Generated<number>;
  kind: BlockKind;
  /** the shop whose unproven senders it stops; null for a range */
  shop_id: number | null;
  /** network addresses, such as `203.0.113.0/24`; null for a shop */
  range: string | null;
  reason: string;
  /** an agent's id, or `operator` */
  added_by: string;
  since: InstantText;
  until: InstantText;
  lifted_at: Generated<InstantText | null>;
  lifted_by: Generated<string | null>;
}

/** Something that somebody of ours should look at. */
export interface AlarmsTable {
  id: Generated<number>;
  kind: AlarmKind;
  /** the shop it is about; null when it is about none or about all */
  shop_id: number | null;
  raised_at: InstantText;
  acknowledged_at: Generated<InstantText | null>;
  /** an agent's id */
  acknowledged_by: Generated<string | null>;
}
