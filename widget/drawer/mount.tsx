import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { LANGUAGE } from '#words/panel.ts';
import { host } from '../../browser/host.ts';
import { isComposing } from '../../browser/is-composing.ts';
import type { EmbedConfig } from '../host-page/embed-config.ts';
import type { ViewProps } from '../panel.ts';
import css from '../styles/panel.css?inline';
import { Drawer } from './Drawer.tsx';

/** Events that a panel listens for on its document, and would handle while a person types in the drawer. */
const KEPT_FROM_THE_PAGE = ['keydown', 'keypress', 'keyup'];

export interface Mounted {
  isOpen: () => boolean;
  /** @param isAskedFor moves the focus into the drawer; a page load that reopens it must not */
  show: (isAskedFor: boolean) => void;
  hide: () => void;
}

/**
 * Puts the drawer into the page: in a shadow root, for the panel's styles; in the top layer, for its wrappers and
 * z-indexes; as a child of the body, also after the panel replaces its body.
 */
export function mount(
  { panel, parts }: ViewProps,
  { theme, position = '' }: EmbedConfig,
  onClose: () => void,
): Mounted {
  const element = host.document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new host.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  element.popover = 'manual';
  element.lang = LANGUAGE;
  element.dataset.side = position;

  const dark = host.matchMedia('(prefers-color-scheme: dark)');
  const colour = () => {
    element.dataset.pomoc = theme ?? (dark.matches ? 'dark' : 'light');
  };
  dark.onchange = colour;
  colour();

  for (const type of KEPT_FROM_THE_PAGE) element.addEventListener(type, (event) => event.stopPropagation());
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !isComposing(event)) onClose();
  });

  const isMinimised = signal(false);
  let isShown = false;

  function putIntoPage(): void {
    if (!isShown || element.isConnected) return;
    host.document.body.append(element);
    element.showPopover();
  }
  new MutationObserver(putIntoPage).observe(host.document.documentElement, { childList: true, subtree: true });

  /** Focuses the first field of the view, or the heading that says what happened. */
  function land(): void {
    root.querySelector<HTMLElement>('[data-landing],[data-first]')?.focus();
  }

  // A view that is removed loses the focus. The next view gets it only if the focus was in the drawer: in a task, which
  // runs before the next key; a frame may not, on a busy machine.
  let isAtWork = false;
  // A modal dialog of the page takes the focus back when it sees it elsewhere, here with every click. jQuery listens for
  // `focus` on the document on the event's way down, so the window is the last place to stop it. A copy goes on within.
  for (const type of ['focus', 'focusin']) {
    host.addEventListener(
      type,
      (event) => {
        if (event.target !== host) isAtWork = event.target === element;
        if (event.target !== element) return;
        event.stopPropagation();
        event.composedPath()[0]?.dispatchEvent(new FocusEvent(type, { bubbles: event.bubbles }));
      },
      true,
    );
  }
  effect(() => {
    const { submission, shop, route } = panel;
    const { myTickets, lazyViews } = parts;
    const view = [submission.value.state, shop.isAsked.value, route.value, myTickets.value, lazyViews.value];
    setTimeout(() => view && isAtWork && !root.activeElement && land());
  });

  function restore(): void {
    isMinimised.value = false;
    setTimeout(land);
  }

  render(<Drawer panel={panel} parts={parts} isMinimised={isMinimised} onClose={onClose} onRestore={restore} />, root);
  return {
    isOpen: () => isShown && !isMinimised.peek(),
    show(isAskedFor) {
      isShown = true;
      isMinimised.value = !isAskedFor && host.matchMedia('(max-width:600px)').matches;
      putIntoPage();
      isAtWork = isAskedFor;
      if (isAskedFor) restore();
    },
    hide() {
      isShown = false;
      element.remove();
    },
  };
}
