import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { host } from '../../browser/host.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { EmbedConfig } from '../host-page/embed-config.ts';
import { hasFlag } from '../host-page/flags.ts';
import type { HeadView, ViewProps } from '../panel.ts';
import { afterFrame } from './after-frame.ts';
import { Drawer } from './Drawer.tsx';
import { land, openRoot } from './own-root.ts';
import { watchPresence } from './watch-presence.ts';

/** As in the styles: up to this width of the window or the screen the drawer covers it. In CSS pixels. */
const PHONE_PX = 600;

export interface Mounted {
  isOpen: () => boolean;
  /** @param isAskedFor moves the focus into the drawer; a page load that reopens it must not */
  show: (isAskedFor: boolean) => void;
  /**
   * @param focused gets the focus if it was in the drawer: a call of the page may come while somebody types there
   * @param pressed whether the drawer's own button was pressed: then it gets the focus in any case
   */
  hide: (focused?: HTMLElement, pressed?: unknown) => void;
}

/**
 * Puts the drawer into the page: in a shadow root, for the panel's styles; in the top layer, for its wrappers and
 * z-indexes; beside the body, which a panel may replace, hide or make inert as a whole.
 */
export function mount(
  { panel, parts }: ViewProps,
  { theme, position }: EmbedConfig,
  onClose: (pressed?: unknown) => void,
): Mounted {
  const [element, root, colour] = openRoot(theme);
  element.popover = 'manual';
  element.dataset.side = (position === 'left') === !!hasFlag('side', '/') ? 'right' : 'left';

  root.addEventListener('keydown', (event) => {
    if (pressedKey(event as KeyboardEvent) === 'Escape') onClose();
  });

  const isMinimised = signal(false);
  const Tools = signal<HeadView | undefined>();
  let isShown = false;

  // From now on: what keeps the drawer in the page may come when the document has been written anew.
  const isPresent = watchPresence(host);
  const beside = afterFrame()
    .then(() => import('./beside-the-page.ts'))
    .then(
      ({ liveBeside }) => liveBeside(element, root, () => isShown && isPresent(), colour, Tools),
      () => {}, // the drawer works, but in the page's own dialogs
    );

  // A view that is removed loses the focus. The next view gets it only if the focus was in the drawer: in a task, which
  // runs before the next key; a frame may not, on a busy machine.
  let isAtWork = false;
  // A modal dialog of the page takes the focus back when it sees it elsewhere, here with every click. jQuery listens for
  // `focus` on the document on the event's way down, so the window is the last place to stop it. A copy goes on within.
  for (const type of ['focus', 'focusin']) {
    host.addEventListener(
      type,
      (event) => {
        const path = event.composedPath();
        const isHere = path.includes(element);
        if (event.target !== host) isAtWork = isHere;
        if (!isHere) return;
        event.stopPropagation();
        path[0]?.dispatchEvent(new FocusEvent(type, { bubbles: event.bubbles }));
      },
      true,
    );
  }
  effect(() => {
    const { submission, shop, route } = panel;
    const { myTickets, lazyViews } = parts;
    const view = [submission.value.state, shop.isAsked.value, route.value, myTickets.value, lazyViews.value];
    setTimeout(() => view && isAtWork && !root.activeElement && land(root));
  });

  /** From the button of a phone, too. */
  function dismiss(): void {
    isMinimised.value = false;
    onClose(true);
  }

  function restore(): void {
    isMinimised.value = false;
    setTimeout(land, 0, root);
  }

  render(
    <Drawer
      panel={panel}
      parts={parts}
      isMinimised={isMinimised}
      Tools={Tools}
      onClose={dismiss}
      onRestore={restore}
    />,
    root,
  );
  return {
    isOpen: () => isShown && !isMinimised.peek(),
    show(isAskedFor) {
      colour();
      isShown = true;
      isMinimised.value = !isAskedFor && Math.min(host.innerWidth, host.screen.width) <= PHONE_PX;
      if (!element.isConnected) {
        host.document.documentElement.append(element);
        element.showPopover();
      }
      beside.then((check) => check?.());
      isAtWork = isAskedFor;
      if (isAskedFor) restore();
    },
    hide(focused, pressed) {
      isShown = false;
      const { activeElement } = root;
      element.replaceWith();
      if (activeElement || pressed) focused?.focus();
    },
  };
}
