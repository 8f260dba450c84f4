import type { KeptFile } from '../../browser/files/attached-file.ts';
import { type BrowserStore, type OutboxStores, openStore, type Edit as StoreEdit } from '../../browser/store.ts';
import type { ShopStatus } from '../../src/contract/shops/shop-status.ts';
import type { ReplyEntry } from '../features/my-tickets/reply-entry.ts';
import type { Draft } from './draft.ts';
import type { FollowedTicket, Identity, TicketEntry } from './ticket-entry.ts';

/** The last status of a shop, stored to be shown until the next response. */
export interface StoredStatus extends Identity {
  status: ShopStatus;
  /** milliseconds since 1970 */
  at: number;
}

/** The records of the widget in this browser, by store. */
export interface Kept extends OutboxStores {
  /** by panel path, or for a reply by its ticket's number; a tab stores its own draft under a key of its own */
  drafts: Draft;
  /** by idempotency key */
  outbox: TicketEntry | ReplyEntry;
  /** by ticket number */
  tickets: FollowedTicket;
  /** by panel path: the shop's last status, shown until the next response */
  shops: StoredStatus;
  /** by the file's id in its draft */
  files: KeptFile;
}

export type WidgetStore = BrowserStore<Kept>;
export type Edit = StoreEdit<Kept>;

/** Opens the widget's database of this origin. */
export function openWidgetStore(): WidgetStore {
  return openStore<Kept>('pomoc', 2, ['drafts', 'outbox', 'tickets', 'shops', 'leases', 'files']);
}

/** The outbox of this origin; empty when it cannot be read. */
export async function readOutbox(store: WidgetStore): Promise<{ tickets: TicketEntry[]; replies: ReplyEntry[] }> {
  const kept: Kept['outbox'][] = await store.all('outbox').catch(() => []);
  const isReply = (entry: Kept['outbox']): entry is ReplyEntry => 'thread' in entry;
  return {
    tickets: kept.filter((entry): entry is TicketEntry => !isReply(entry)),
    replies: kept.filter(isReply),
  };
}
