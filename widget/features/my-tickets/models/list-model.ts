import { signal } from '@preact/signals';
import type { Ticket } from '../../../../src/contract/tickets/read-ticket.ts';
import { createModel } from '../../../create-model.ts';
import { isOfPanel, setFlag } from '../../../host-page/flags.ts';
import type { IdentityState, ShopIdentity } from '../../../identity/identity.ts';
import type { FollowedTicket } from '../../../outbox/ticket-entry.ts';
import type { WidgetStore } from '../../../outbox/widget-store.ts';
import { readUnread, writeUnread } from '../../badge/unread.ts';
import type { ThreadClient } from '../thread-client.ts';
import type { WithCredentials } from '../with-credentials.ts';

/** One ticket of the list. */
export interface Row {
  number: string;
  subject: string;
  /** why nothing is promised */
  withoutSupport?: string | null;
  /** what an agent made of its topic */
  corrected?: Ticket['corrected'];
  /** empty when unknown; `gone` when nothing opens it any more */
  status: string;
  receivedAt: string;
  waitingSince: string | null;
  answerBy: string | null;
  followUpAt: string | null;
  unread: number;
}

export interface ListDeps {
  panelPath: string;
  store: WidgetStore;
  identity: ShopIdentity;
  client: Pick<ThreadClient, 'listTickets' | 'readTicket'>;
  withCredentials: WithCredentials;
  /** called when the number of unread replies, or whether it is asked for, may have changed */
  onUnread: () => void;
}

const PAUSE_MS = 60_000;

/** Page size of the tickets that are read one by one: the first load, then each 'older' click. */
const PAGE = 20;

/** The list of tickets: all of the shop's with a session, and those of this browser. */
export const ListModel = createModel((deps: ListDeps) => {
  const { panelPath, store, identity, client, withCredentials, onUnread } = deps;
  const rows = signal<Row[]>([]);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  const identityState = signal<IdentityState>('unsigned');
  const hasOlder = signal(false);
  const ofShop = new Map<string, Row>();
  const etags = new Map<string, string>();
  const ofBrowser = new Map<string, Row>();
  let next: string | null = null;
  /** when the oldest ticket of the pages that were read came in */
  let oldest = '';
  let wanted = PAGE;

  /** @returns false when nobody answered */
  async function readShop(cursor: string | null): Promise<boolean> {
    for (let tries = 0; tries < 2; tries++) {
      const session = await identity.session();
      identityState.value = identity.state();
      if (!session) return identityState.peek() !== 'unanswered';
      const answer = await client.listTickets(session, cursor);
      if (answer.outcome === 'ok') {
        const isFirstPage = ofShop.size === 0;
        for (const row of answer.value.tickets) ofShop.set(row.number, row);
        if (cursor || isFirstPage) {
          next = answer.value.next;
          oldest = answer.value.tickets.at(-1)?.receivedAt ?? '';
        }
        return true;
      }
      if (answer.outcome !== 'refused') return false;
      identity.end(session);
    }
    return true;
  }

  async function followed(): Promise<FollowedTicket[]> {
    const kept = await store.all('tickets').catch(() => []);
    return kept
      .filter((ticket) => isOfPanel(ticket.directory, panelPath))
      .sort((a, b) => b.receipt.receivedAt.localeCompare(a.receipt.receivedAt));
  }

  /** Reads a ticket of this browser by its token. @returns false when nobody answered */
  async function readOne(ticket: FollowedTicket): Promise<boolean> {
    const { receipt, subject } = ticket;
    const { number } = receipt;
    const known = ofBrowser.get(number);
    if (!known)
      ofBrowser.set(number, { ...receipt, subject, status: '', waitingSince: null, followUpAt: null, unread: 0 });
    if (known?.status === 'gone') return true;
    const answer = await withCredentials(number, (bearer) =>
      client.readTicket(number, bearer, etags.get(number) ?? ''),
    );
    if (answer.outcome === 'unanswered') return false;
    if (answer.outcome === 'ok') {
      const { messages, seenMessages, ...read } = answer.value;
      const unread = messages.slice(seenMessages).filter(({ from }) => from === 'agent').length;
      etags.set(number, answer.etag);
      ofBrowser.set(number, { ...read, unread });
    }
    if (answer.outcome === 'refused')
      ofBrowser.set(number, {
        ...receipt,
        subject,
        status: 'gone',
        waitingSince: null,
        answerBy: null,
        followUpAt: null,
        unread: 0,
      });
    await storeIsOver(ticket);
    return true;
  }

  async function storeIsOver(ticket: FollowedTicket): Promise<void> {
    const { number } = ticket.receipt;
    const isOver = isRowOver(ofBrowser.get(number));
    if (isOver === Boolean(ticket.isOver)) return;
    const kept = (await store.get('tickets', number).catch(() => undefined)) ?? ticket;
    await store.change({ store: 'tickets', key: number, value: { ...kept, isOver } }).catch(() => {});
  }

  /** Updates the badge, and whether it is polled for, from the list. */
  function updateBadge(): void {
    const answered = rows.peek().filter(({ unread }) => unread > 0);
    const count = answered.reduce((sum, { unread }) => sum + unread, 0);
    writeUnread(panelPath, { count, askedAt: Date.now(), number: answered[1] ? '' : answered[0]?.number });
    if (rows.peek().some((row) => !isRowOver(row))) setFlag('followed', panelPath, true);
    else if (!hasOlder.peek()) setFlag('followed', panelPath, false);
    onUnread();
  }

  function show(kept: FollowedTicket[]): void {
    const others = [...ofBrowser.values()].filter(
      ({ number, receivedAt }) => !ofShop.has(number) && !(next && receivedAt < oldest),
    );
    hasOlder.value = Boolean(next) || kept.length > wanted;
    rows.value = [...ofShop.values(), ...others].sort(
      (a, b) => Number(waitsForReader(b)) - Number(waitsForReader(a)) || b.receivedAt.localeCompare(a.receivedAt),
    );
  }

  async function refresh(): Promise<number> {
    const isShopRead = await readShop(null);
    const kept = await followed();
    // An old one may have been answered, too.
    const own = kept.filter(({ receipt, isOver }, place) => (place < wanted || !isOver) && !ofShop.has(receipt.number));
    const answers = await Promise.all(own.map(readOne));
    show(kept);
    state.value = isShopRead && answers.every(Boolean) ? 'shown' : 'unanswered';
    if (state.peek() === 'shown') updateBadge();
    return PAUSE_MS;
  }

  return {
    rows,
    state,
    identityState,
    hasOlder,
    /** Reads the list. @returns milliseconds until the next read */
    refresh,
    async older() {
      wanted += PAGE;
      if (next) await readShop(next);
      await refresh();
    },
    /** Replies of a ticket were read: it is no longer marked. */
    markRead(number: string, answers: number) {
      rows.value = rows.peek().map((row) => (row.number === number ? { ...row, unread: 0 } : row));
      const { count, askedAt } = readUnread(panelPath);
      writeUnread(panelPath, { count: Math.max(0, count - answers), askedAt });
      onUnread();
    },
  };
});

export type ListModel = InstanceType<typeof ListModel>;

function isRowOver(row: Row | undefined): boolean {
  return row?.status === 'closed' || row?.status === 'gone';
}

/** Whether a ticket has something that its reader has not seen, or is waited for: such ones stand first. */
export function waitsForReader({ unread, status }: Row): boolean {
  return unread > 0 || status === 'waiting-for-customer';
}
