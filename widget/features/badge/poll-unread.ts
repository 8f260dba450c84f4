import { answersInWords } from '#words/badge.ts';
import type { Boot } from '../../host-page/embed-config.ts';
import { hasFlag, setFlag } from '../../host-page/flags.ts';
import { identityOf } from '../../identity/identity.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';
import type { WidgetStore } from '../../outbox/widget-store.ts';
import type { MyTickets, Panel, Part } from '../../panel.ts';
import { countAnswers, whichAreOver, whichIsAnswered } from './count-unread.ts';
import { showBadge } from './show-badge.ts';
import { onUnread, readUnread, writeUnread } from './unread.ts';

/** The time between two polls of one browser, over all its tabs, in milliseconds. */
const PAUSE_MS = 60_000;

const NOTHING = { count: 0, number: '' };

const DAY_MS = 86_400_000;

const followedBy = new WeakSet<Boot>();

/**
 * Polls for replies, at most once a minute, while the page is visible and a ticket is open, and shows the count on the
 * panel's own entry. Another call continues.
 * @param panel is told of replies
 * @param myTickets sends, once it is loaded, what was written in threads and has not arrived yet
 */
export default function follow(
  boot: Boot,
  store: WidgetStore,
  { news }: Pick<Panel, 'news'>,
  myTickets: Pick<Part<MyTickets>, 'load'>,
  now = () => Date.now(),
): void {
  if (followedBy.has(boot)) return;
  followedBy.add(boot);
  const { directory } = boot;
  if (hasFlag('replies', directory)) myTickets.load();
  const identity = identityOf(boot);
  let shown = readUnread(directory).count;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    const { count, number } = boot.isOver ? NOTHING : readUnread(directory);
    news.value = count > 0 ? { to: number || 'list', words: answersInWords(count) } : null;
    showBadge(boot.launcher, count);
    if (count > shown) dispatchEvent(new CustomEvent('sgpomoc:reply', { detail: { unread: count } }));
    shown = count;
  }

  async function turn(): Promise<void> {
    clearTimeout(timer);
    if (boot.isOver || document.hidden || !hasFlag('followed', directory)) return;
    const { count, askedAt, number } = readUnread(directory);
    const due = askedAt + PAUSE_MS - now();
    if (due <= 0) {
      writeUnread(directory, { count, askedAt: now(), number }); // first, so that no other tab asks too
      const followed = await ticketsOf(store, directory);
      const unread = await countAnswers(boot.api, identity, followed);
      if (unread !== null && unread !== count) {
        const answered = unread && (await whichIsAnswered(boot.api, followed, unread));
        writeUnread(directory, { count: unread, askedAt: now(), number: answered || '' });
      }
      await forgetWhatIsOver();
    }
    timer = setTimeout(turn, due > 0 ? Math.min(due, PAUSE_MS) : PAUSE_MS);
  }

  /** Once a day: tickets are closed automatically, and their tokens expire. */
  async function forgetWhatIsOver(): Promise<void> {
    const key = `pomoc.checked${directory}`;
    const checkedAt = Number(localStorage.getItem(key)) || 0;
    if (checkedAt === 0 || now() - checkedAt > DAY_MS) localStorage.setItem(key, `${now()}`);
    if (checkedAt === 0 || now() - checkedAt <= DAY_MS) return;
    const found = await whichAreOver(boot, identity, await ticketsOf(store, directory));
    if (!found) return;
    for (const ticket of found.over) {
      const value = { ...ticket, isOver: true };
      await store.change({ store: 'tickets', key: ticket.receipt.number, value }).catch(() => {});
    }
    if (!found.isAnyOpen) {
      setFlag('followed', directory, false);
      writeUnread(directory, { count: 0, askedAt: now() });
    }
  }

  onUnread(directory, show);
  addEventListener('sgpomoc:over', show);
  document.addEventListener('visibilitychange', () => void turn());
  show();
  turn();
}

/** The tickets of this browser that may still get a reply. */
async function ticketsOf(store: WidgetStore, directory: string): Promise<FollowedTicket[]> {
  const kept = await store.all('tickets').catch(() => []);
  return kept.filter((ticket) => !ticket.isOver && (ticket.directory === directory || ticket.directory === '/'));
}
