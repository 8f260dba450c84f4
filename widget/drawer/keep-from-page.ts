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
        const init: Record<string, unknown> = {};
        for (const name in event) init[name] = event[name as keyof Event];
        init.composed = false;
        const copy = new (event.constructor as typeof Event)(type, init);
        if (!path[0]?.dispatchEvent(copy)) event.preventDefault();
      },
      true,
    );
  }
}
