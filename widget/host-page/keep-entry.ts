import { isInOtherFrame, isSmallFrame } from './frames.ts';
import { drawLauncher, findLauncher, makeOperable } from './launcher.ts';

let entry: HTMLElement | undefined;
let drawn: HTMLElement | undefined;

/**
 * Keeps one entry in a page that changes: its own, which may come later or go with a body that is replaced, or ours while
 * it has none. In a page of frames there is one for all. Called again whenever the page has changed.
 * @param selector of the entry: `auto`, `none`, or a selector
 * @param side of the window where ours is drawn
 * @returns the entry of now
 */
export function keepEntry(selector: string, side?: string): HTMLElement | undefined {
  if (entry && entry !== drawn && entry.isConnected) return entry;
  entry = findLauncher(document, selector, drawn) || undefined;
  if (entry || selector === 'none' || isElsewhere()) {
    if (drawn) drawn.replaceWith();
    drawn = undefined;
  } else {
    drawn = entry = drawn && drawn.isConnected ? drawn : drawLauncher(side, drawn && document.body);
  }
  if (entry) makeOperable(entry);
  return entry;
}

/** Whether the entry is in another frame, or belongs there: this one is a frameset, or small. */
function isElsewhere(): boolean {
  return (
    document.body.nodeName === 'FRAMESET' ||
    isSmallFrame(window) ||
    isInOtherFrame(window, (other) => findLauncher(other.document, 'auto'))
  );
}
