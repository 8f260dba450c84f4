import { unreadInWords } from '#words/badge.ts';
import { ageOf } from '../../../browser/age.ts';
import { host } from '../../../browser/host.ts';
import type { EmbedConfig, PageSession } from '../../host-page/embed-config.ts';
import { hasFlag, isOfPanel, setFlag } from '../../host-page/flags.ts';
import { identityOf } from '../../identity/identity.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { MyTickets, Panel, Part } from '../../panel.ts';
import { countUnread, findClosed, findUnread } from './count-unread.ts';
import { showBadge } from './show-badge.ts';
import { NO_STORAGE, onUnread, readUnread, writeUnread } from './unread.ts';

/** The time between two polls of one browser, over all its tabs, in milliseconds. */
const PAUSE_MS = 60_000;

const NOTHING = { count: 0, number: '' };

const DAY_MS = 86_400_000;

export interface PollDeps extends Pick<Panel, 'unread'> {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  myTickets: Pick<Part<MyTickets>, 'load'>;
}

/**
 * Polls for replies, at most once a minute, while the page is visible and a ticket is open, and shows the count on the
 * panel's own entry.
 * @param deps.myTickets sends, once it is loaded, the replies that have not arrived yet
 */
export default function pollUnread(deps: PollDeps, now = () => Date.now()): void {
  const { config, page, store, unread, myTickets } = deps;
  const { panelPath } = config;
  if (hasFlag('replies', panelPath)) myTickets.load();
  const identity = identityOf(config, page);
  let shown = readUnread(panelPath).count;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    const { count, number } = page.isOver ? NOTHING : readUnread(panelPath);
    unread.value = count > 0 ? { route: number || 'list', words: unreadInWords(count) } : null;
    showBadge(config.launcher, count);
    if (count > shown) host.dispatchEvent(new CustomEvent('sgpomoc:reply', { detail: { unread: count } }));
    shown = count;
  }

  async function poll(): Promise<void> {
    clearTimeout(timer);
    if (page.isOver || host.document.hidden || !hasFlag('followed', panelPath)) return;
    const { count, askedAt, number } = readUnread(panelPath);
    const due = askedAt === NO_STORAGE ? PAUSE_MS : PAUSE_MS - (ageOf(askedAt, now()) ?? PAUSE_MS);
    if (due <= 0) {
      writeUnread(panelPath, { count, askedAt: now(), number }); // first, so that no other tab asks too
      const followed = await ticketsOf(store, panelPath);
      const counted = await countUnread(config.api, identity, followed);
      if (counted !== null && counted !== count) {
        const number = counted && (await findUnread(config.api, followed, counted));
        writeUnread(panelPath, { count: counted, askedAt: now(), number: number || '' });
      }
      await stopWhenClosed();
    }
    timer = setTimeout(poll, due > 0 ? Math.min(due, PAUSE_MS) : PAUSE_MS);
  }

  /** Once a day: tickets are closed automatically, and their tokens expire. */
  async function stopWhenClosed(): Promise<void> {
    const key = `pomoc.checked${panelPath}`;
    const checkedAt = Number(localStorage.getItem(key));
    const isDue = checkedAt > 0 && (ageOf(checkedAt, now()) ?? Number.POSITIVE_INFINITY) > DAY_MS;
    if (!checkedAt || isDue) localStorage.setItem(key, `${now()}`);
    if (!isDue) return;
    const found = await findClosed(config, identity, await ticketsOf(store, panelPath));
    if (!found) return;
    for (const ticket of found.over) {
      const value = { ...ticket, isOver: true };
      await store.change({ store: 'tickets', key: ticket.receipt.number, value }).catch(() => {});
    }
    if (!found.isAnyOpen) {
      setFlag('followed', panelPath, false);
      writeUnread(panelPath, { count: 0, askedAt: now() });
    }
  }

  onUnread(panelPath, show);
  host.addEventListener('sgpomoc:over', show);
  host.document.addEventListener('visibilitychange', () => void poll());
  show();
  poll();
}

/** The tickets of this browser that may still get a reply. */
async function ticketsOf(store: WidgetStore, panelPath: string): Promise<FollowedTicket[]> {
  const kept = await store.all('tickets').catch(() => []);
  return kept.filter((ticket) => !ticket.isOver && isOfPanel(ticket.directory, panelPath));
}
