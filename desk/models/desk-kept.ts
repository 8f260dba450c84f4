import type { AttachedFile, KeptFile } from '../../browser/files/attached-file.ts';
import type { Mirror } from '../../browser/mirror.ts';
import type { OutboxEntry } from '../../browser/outbox-entry.ts';
import type { OutboxStores, Edit as StoreEdit } from '../../browser/store.ts';
import type { ShopRow } from '../../src/contract/desk/shop-row.ts';
import type { OutageFact, Topic } from '../../src/contract/lists.ts';

/** The desk's stores in this browser; agents who share it do not mix. */
export interface DeskKept extends OutboxStores {
  /** drafts in tickets, by agent and number: see `placeOf` */
  drafts: TicketDraft;
  /** the call that is written down, by agent */
  calls: CallDraft;
  /** the number of a call that was stored while its agent was elsewhere, not shown yet; by agent */
  taken: string;
  /** bytes of files that a draft or an entry names, by id */
  files: KeptFile;
  /** by idempotency key */
  outbox: DeskEntry;
}

export type DeskStore = Mirror<DeskKept>;
export type Edit = StoreEdit<DeskKept>;

/** An agent's unsent text in a ticket. */
export interface TicketDraft {
  reply: string;
  note: string;
  /** the status that the reply sets; null when none was chosen */
  status: string | null;
  /** how many messages the thread had when the reply was begun */
  seen: number | null;
  /** missing in drafts of earlier builds */
  files?: Record<'reply' | 'note', readonly AttachedFile[]>;
  /** by when the reply says that we write again; drafts of before there was such a time lack it */
  followUpAt?: string | null;
}

/** The draft of a call, as in the fields. */
export interface CallDraft {
  /** as it was when chosen; null until then */
  shop: ShopRow | null;
  facts: OutageFact[];
  /** the agent's word that it is an outage, whatever the facts say */
  isOutage: boolean;
  name: string;
  phone: string;
  subject: string;
  description: string;
  topic: Topic;
  email: string;
}

/** An empty call. */
export const NO_CALL: CallDraft = {
  shop: null,
  facts: [],
  isOutage: false,
  name: '',
  phone: '',
  subject: '',
  description: '',
  topic: 'other',
  email: '',
};

/** An empty draft. */
export const NO_DRAFT: TicketDraft = { reply: '', note: '', status: null, seen: null };

/** Something an agent wrote and sent: see `OutboxEntry`. */
export type DeskEntry = ReplyEntry | NoteEntry | CallEntry;

export type ReplyEntry = Written<
  {
    text: string;
    status: string;
    seen: number;
    hasCopies?: boolean;
    followUpAt?: string;
    isUnsigned?: boolean;
  } & WithFiles
> & {
  kind: 'reply';
  number: string;
  /** until when its page lets it wait, in milliseconds since 1970: it can be undone until then */
  notBefore?: number;
};
export type NoteEntry = Written<{ text: string } & WithFiles> & { kind: 'note'; number: string };
export type CallEntry = Written<CallDraft> & { kind: 'call' };

interface WithFiles {
  /** missing in entries of earlier builds */
  files?: readonly AttachedFile[];
}

interface Written<Draft> extends OutboxEntry<Draft> {
  /** id of the agent */
  agent: string;
}

/** The key of an agent's draft or entry in a ticket. */
export const placeOf = (agent: string, number: string) => `${agent}/${number}`;
