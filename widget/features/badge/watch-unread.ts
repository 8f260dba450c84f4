import { ageOf } from '../../../browser/age.ts';
import { host } from '../../../browser/host.ts';
import type { EmbedConfig } from '../../host-page/embed-config.ts';
import { hasFlag, setFlag } from '../../host-page/flags.ts';
import { isAdvised } from '../../host-page/is-advised.ts';
import type { FollowedTicket } from '../../outbox/ticket-entry.ts';
import { advised as advisedInEnglish, unreadInWords as inEnglish } from '../../words/en/badge.ts';
import { advised as advisedInPolish, unreadInWords as inPolish } from '../../words/pl/badge.ts';
import { askUnread } from './ask-unread.ts';
import { followedTickets } from './followed-tickets.ts';
import { showBadge } from './show-badge.ts';
import { isUnreadKey, NO_STORAGE, readUnread, writeUnread } from './unread.ts';

/** The time between two questions of one browser, over all its tabs, in milliseconds. */
const PAUSE_MS = 60_000;

/**
 * Shows the number of unread replies in a page, from now on: what this browser knows at once, and what the service says
 * at most once a minute, while the page is visible. An advisory for this shop's version is a sign at the same place. In a panel with a token address for everybody who is signed in;
 * otherwise while a ticket of this browser may get a reply. `config.watch` then looks at once at what has changed.
 * @param loadPanel loads the panel, which sends replies that have not arrived yet
 */
export function start(config: EmbedConfig, loadPanel: () => void, now = () => Date.now()): void {
  if (hasFlag('replies', config.panelPath)) loadPanel();
  if (config.unread !== undefined) return; // asked for twice before this file came
  const inWords = config.lang === 'en' ? inEnglish : inPolish;
  let shown = readUnread(config.panelPath).count;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function show(): void {
    const stored = readUnread(config.panelPath);
    const count = isOver ? 0 : stored.count;
    config.unread = count > 0 ? { route: stored.number || 'list', count, words: inWords(count) } : null;
    config.onUnread?.();
    const sign = !isOver && isAdvised(config) && (config.lang === 'en' ? advisedInEnglish : advisedInPolish);
    showBadge(config.launcher, count, [config.unread?.words, sign].filter(Boolean).join(', '));
    if (count > shown) host.dispatchEvent(new CustomEvent('sgpomoc:reply', { detail: { unread: count } }));
    shown = count;
  }

  async function poll(): Promise<void> {
    clearTimeout(timer);
    const { panelPath } = config;
    if (isOver || host.document.hidden || !(config.tokenUrl || hasFlag('followed', panelPath))) return;
    const stored = readUnread(panelPath);
    const { askedAt } = stored;
    const due = askedAt === NO_STORAGE ? PAUSE_MS : PAUSE_MS - (ageOf(askedAt, now()) ?? PAUSE_MS);
    if (due <= 0) {
      writeUnread(panelPath, { ...stored, askedAt: now() }); // first, so that no other tab asks too
      await ask();
    }
    timer = setTimeout(poll, due > 0 ? Math.min(due, PAUSE_MS) : PAUSE_MS);
  }

  async function ask(): Promise<void> {
    let followed: FollowedTicket[] = [];
    const counted = await askUnread(config, async () => {
      if (hasFlag('followed', config.panelPath)) followed = await followedTickets(config.panelPath);
      return followed;
    });
    if (!counted) return;
    const { unread, ticket, closed } = counted;
    const { panelPath } = config; // on the first page the panel may have been learned meanwhile
    writeUnread(panelPath, { count: unread, askedAt: now(), number: ticket || '' });
    if (followed[0] && followed.every(({ receipt }) => closed.includes(receipt.number)))
      setFlag('followed', panelPath, false);
    show();
  }

  function look(): void {
    show();
    poll();
  }

  host.addEventListener('storage', ({ key }) => {
    if (isUnreadKey(key, config.panelPath)) show();
  });
  host.addEventListener('sgpomoc:over', () => {
    isOver = true;
    show();
  });
  host.document.addEventListener('visibilitychange', look);
  config.watch = look;
  look();
}
