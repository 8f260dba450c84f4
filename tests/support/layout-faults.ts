import type { Page } from 'playwright';
import { vi } from 'vitest';

/**
 * What is wrong with the layout of the drawer, or of the picture editor over it, in the window as it is: things cut off or
 * beyond the window's sides, controls on top of each other or under 24 px, and a head that leaves no room to read.
 * @returns each fault with the element it is about
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-pomoc]')?.shadowRoot;
    if (!root) return [];
    const TARGET_PX = 24;
    const HAIR_PX = 1;
    const faults: string[] = [];
    const note = (fault: string, element: Element) => {
      faults.push(`${fault}: ${element.localName} ${element.textContent?.trim().slice(0, 40)}`);
    };
    const scope = root.querySelector('dialog[open]') ?? root;
    const seen = [...scope.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.checkVisibility() && !element.closest('.unseen,.keyed:not(:focus),svg,option,optgroup'),
    );
    for (const element of seen) {
      const { left, right } = element.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (left < -HAIR_PX || right > innerWidth + HAIR_PX) note('beyond the window', element);
      if (element.matches('input,select,canvas')) continue; // a line of text in a field may be longer than the field
      if (overflowX !== 'visible' && scrollWidth > clientWidth + HAIR_PX) note('cut at the side', element);
      if (overflowY === 'hidden' && scrollHeight > clientHeight + HAIR_PX) note('cut below', element);
    }
    /** Links in running text may be as high as its lines. */
    const isInText = (element: Element) =>
      element.localName === 'a' && element.parentElement?.textContent !== element.textContent;
    /** What scrolls goes behind what does not. */
    const layerOf = (element?: Element) => element?.closest('.foot,.content,.stage,.scrolled')?.className ?? '';
    const targets = seen.filter(
      (element) => element.matches('button,input,select,textarea,a[href]') && !isInText(element),
    );
    const boxes = targets.map((element) => (element.closest('label') ?? element).getBoundingClientRect());
    for (const [place, element] of targets.entries()) {
      const box = boxes[place] ?? new DOMRect();
      if (Math.min(box.width, box.height) < TARGET_PX) note('too small to press', element);
      const isCovered = boxes.some(
        (other, otherPlace) =>
          otherPlace > place &&
          layerOf(element) === layerOf(targets[otherPlace]) &&
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > HAIR_PX &&
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > HAIR_PX,
      );
      if (isCovered) note('under another control', element);
    }
    const content = root.querySelector('.content');
    const room = scope === root && content ? innerHeight - content.getBoundingClientRect().top : innerHeight;
    if (room < innerHeight * 0.55) faults.push(`room to read: ${room} px of ${innerHeight}`);
    return faults;
  });
}

/**
 * What a check finds and goes on finding: a layout may need a moment after what it shows has changed.
 * @returns the faults of the last look, none as soon as one look finds none
 */
export async function stillWrong(check: () => Promise<string[]>): Promise<string[]> {
  let faults: string[] = [];
  const isRight = async () => {
    faults = await check();
    return faults.length === 0;
  };
  await vi.waitUntil(isRight, { timeout: 5000, interval: 100 }).catch(() => {}); // told by what is returned
  return faults;
}
