import { host } from '../../browser/host.ts';

/**
 * Keeps events of the drawer from the page, as a frame would. They are stopped where they come into the page, at the
 * window, as many libraries listen on the way down; a copy goes on within the drawer.
 * @param element the host of the drawer's shadow root
 * @param types separated by blanks
 */
export function keepFromPage(element: HTMLElement, types: string): void {
  for (const type of types.split(' ')) {
    host.addEventListener(
      type,
      (event) => {
        const path = event.composedPath();
        if (!path.includes(element)) return;
        event.stopImmediatePropagation();
        // Not one of its own kind: of those Firefox makes composed ones, which would come to the page again.
        const { bubbles, cancelable } = event;
        const copy = new Event(type, { bubbles, cancelable });
        for (const name in event) {
          if (!(name in copy)) Object.defineProperty(copy, name, { value: event[name as keyof Event] });
        }
        if (!path[0]?.dispatchEvent(copy)) event.preventDefault();
      },
      true,
    );
  }
}
