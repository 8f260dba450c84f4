import { host } from '../../../browser/host.ts';
import { findLauncher } from '../../host-page/launcher.ts';
import { displayOffPaper } from '../../host-page/on-paper.ts';

const SIZE = 20;

/** Changes of the page are gathered for so long, in milliseconds: it may look for its own entry as well. */
const PAUSE_MS = 500;

/** Set by script, property by property: strict policies allow no other style. */
const STYLE = `all:initial;position:fixed;z-index:var(--pomoc-z-index,9000);box-sizing:border-box;min-width:${SIZE}px;height:${SIZE}px;padding:0 5px;border:1px solid #fff;border-radius:${SIZE / 2}px;background:#b3261e;color:#fff;font:700 12px/18px system-ui,sans-serif;text-align:center;pointer-events:none;`;

let badge: HTMLElement | undefined;
let shown = { selector: 'auto', count: 0, words: '' };
let display = '';
let isWaiting = false;
let entry: HTMLElement | null = null;
/** the entry's former `aria-label`; null if it had none */
let label: string | null = null;
/** what stands before the page's own title */
let before = '';

/**
 * Shows the number of unread replies in the page's title, and on the panel's own entry: in its name, and as a badge at
 * its corner. The badge is outside of the entry, which may be 24 px wide, rotated, or clip its content. With nothing to say
 * all is as the page had it.
 * @param selector the value of `data-launcher`
 * @param words the number in words, and what the sign `!` means where there is one; without any nothing is shown
 */
export function showBadge(selector: string, count: number, words = ''): void {
  shown = { selector, count, words };
  showInTitle(count);
  const launcher = findLauncher(host.document, selector);
  if (entry && entry !== launcher) unname();
  if (!launcher || (count < 1 && !words)) {
    unname();
    badge?.replaceWith();
    return;
  }
  if (!entry) {
    entry = launcher;
    label = launcher.getAttribute('aria-label');
  }
  launcher.setAttribute('aria-label', `${nameOf(launcher)}, ${words}`);
  badge ??= drawBadge();
  badge.textContent = count > 99 ? '99+' : `${count || '!'}`;
  if (!badge.isConnected) host.document.documentElement.append(badge);
  position();
}

/** The page may have changed its title meanwhile. One that has none gets none: that would be an element in its head. */
function showInTitle(count: number): void {
  const { document } = host;
  const now = document.title;
  const own = before && now.startsWith(before) ? now.slice(before.length) : now;
  before = count > 0 && own ? `(${count}) ` : '';
  if (now !== before + own) document.title = before + own;
}

/** The visible text comes first: users of speech input say what they see. */
function nameOf(launcher: HTMLElement): string {
  return label || launcher.textContent.trim() || (launcher as HTMLImageElement).alt || 'Pomoc online';
}

function unname(): void {
  if (entry && label === null) entry.removeAttribute('aria-label');
  else if (entry) entry.setAttribute('aria-label', label ?? '');
  entry = null;
}

function drawBadge(): HTMLElement {
  const element = host.document.createElement('div');
  element.style.cssText = STYLE.replace(/;/g, '!important;');
  element.ariaHidden = 'true';
  display = displayOffPaper(host, 'block');
  for (const type of ['scroll', 'resize']) host.addEventListener(type, position, { capture: true, passive: true });
  new MutationObserver(followEntry).observe(host.document, { childList: true, subtree: true });
  return element;
}

/** The entry that comes in the place of one that the page has taken out gets the badge: a moment after the change. */
function followEntry(): void {
  if (isWaiting || (shown.count < 1 && !shown.words) || (entry?.isConnected && badge?.isConnected)) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    showBadge(shown.selector, shown.count, shown.words);
  }, PAUSE_MS);
}

/** Places the badge at the corner of the entry, inside the window. */
function position(): void {
  if (!badge || !entry) return;
  const { left, top, width } = entry.getBoundingClientRect();
  badge.style.setProperty('display', width > 0 ? display : 'none', 'important');
  const across = Math.max(0, Math.min(left - SIZE / 2, host.innerWidth - badge.offsetWidth));
  badge.style.setProperty('left', `${across}px`, 'important');
  badge.style.setProperty('top', `${Math.max(0, top - SIZE / 2)}px`, 'important');
}
