import { type BrowserStore, type OutboxStores, openStore, type Edit as StoreEdit } from '../../browser/store.ts';
import type { ReplyEntry } from '../features/my-tickets/reply-entry.ts';
import type { KeptFile } from './attached-file.ts';
import type { Draft } from './draft.ts';
import type { LastAnswer } from './last-answer.ts';
import type { FollowedTicket, TicketEntry } from './ticket-entry.ts';

/** What the widget keeps in this browser, store by store. */
export interface Kept extends OutboxStores {
  /** by directory of the panel, of a reply by its ticket's number; a tab with a text of its own keeps it under a key of its own */
  drafts: Draft;
  /** by idempotency key */
  outbox: TicketEntry | ReplyEntry;
  /** by ticket number */
  tickets: FollowedTicket;
  /** by directory: the shop's last known answer, to show until the next one comes */
  shops: LastAnswer;
  /** by the file's id in its draft */
  files: KeptFile;
}

export type WidgetStore = BrowserStore<Kept>;
export type Edit = StoreEdit<Kept>;

/** Opens what the widget keeps on this origin. */
export function openWidgetStore(): WidgetStore {
  return openStore<Kept>('pomoc', 2, ['drafts', 'outbox', 'tickets', 'shops', 'leases', 'files']);
}

/** What is on its way from this origin; nothing where that cannot be read. */
export async function readOutbox(store: WidgetStore): Promise<{ tickets: TicketEntry[]; replies: ReplyEntry[] }> {
  const kept: Kept['outbox'][] = await store.all('outbox').catch(() => []);
  const isReply = (entry: Kept['outbox']): entry is ReplyEntry => 'thread' in entry;
  return {
    tickets: kept.filter((entry): entry is TicketEntry => !isReply(entry)),
    replies: kept.filter(isReply),
  };
}
