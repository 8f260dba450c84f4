import { around } from './around.ts';
import { displayOffPaper } from './on-paper.ts';

const MARKED = '[data-pomoc-online],#PomocOnline';

/**
 * The panel's own "Pomoc online" entry at or around a node: marked as such, or a link or button with that text.
 * @param selector of the tag's `data-launcher`: `auto`, `none`, or a selector of the entry
 */
export function launcherAt(target: Node, selector: string): HTMLElement | null {
  if (selector !== 'auto') return around(target, selector); // no element is called `none`
  const link = around(target, 'a,button');
  return around(target, MARKED) || (link && /^\s*pomoc\s+online\s*$/i.test(link.textContent) ? link : null);
}

/**
 * The first such entry of a page.
 * @param ours drawn by us, and no entry of the page's
 */
export function findLauncher(page: Document, selector: string, ours?: HTMLElement): HTMLElement | null {
  for (const element of page.querySelectorAll(selector === 'auto' ? `${MARKED},a,button` : selector)) {
    const launcher = launcherAt(element, selector);
    if (launcher && launcher !== ours) return launcher;
  }
  return null;
}

/** A selector that this browser understands: what it does not, such as `#1pomoc`, is told once and counts as `auto`. */
export function validSelector(selector = 'auto'): string {
  try {
    document.querySelector(selector);
    return selector;
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: for whoever wrote the tag
    console.warn('data-launcher', error);
    return 'auto';
  }
}

/**
 * Draws our own button where the panel has no entry: beside the body, which a panel may replace. Its style is set by
 * script, which strict policies allow.
 * @param side of the window: `left` or `right`
 * @param place into the body where a page takes out what it does not know beside it
 */
export function drawLauncher(side?: string, place = document.documentElement): HTMLElement {
  const button = document.createElement('button');
  button.dataset.pomocOnline = 'auto';
  button.textContent = 'Pomoc online';
  button.style.cssText =
    `all:initial;display:${displayOffPaper(window, 'block')};position:fixed;${side || 'right'}:20px;bottom:20px;z-index:var(--pomoc-z-index,9000);padding:12px 20px;border-radius:20px;background:#0d5c63;color:#fff;font:600 15px system-ui;cursor:pointer;outline:revert;`.replace(
      /;/g,
      '!important;',
    );
  place.append(button);
  return button;
}

/** A panel may make its entry of any element: makes it operable by keyboard. */
export function makeOperable(launcher: HTMLElement): void {
  if (launcher.matches('a[href],button,[tabindex]')) return;
  launcher.tabIndex = 0;
  launcher.role = 'button';
}
