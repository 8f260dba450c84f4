import type { Signal } from '@preact/signals';
import { words } from '#words/beside-the-page.ts';
import { host } from '../../browser/host.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import { around } from '../host-page/around.ts';
import type { HeadView } from '../panel.ts';
import { adoptInto } from '../styles/adopt-into.ts';
import css from '../styles/beside-the-page.css?inline';
import { HeadTools } from './HeadTools.tsx';
import { keepFromPage } from './keep-from-page.ts';

/**
 * Events of a person at work: what they type, paste, copy, drag and select, and the focus that goes. That it comes is kept
 * from the page from the first moment on.
 */
const WORK =
  'keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend paste copy cut dragstart drag dragenter dragover dragleave drop dragend contextmenu selectstart blur focusout';

/**
 * Presses, whose copies would press twice: stopped on their way up. Moves of the pointer pass, and so does a release:
 * what is dragged from the page must end.
 */
const PRESSES = 'click dblclick auxclick mousedown pointerdown touchstart touchmove touchend touchcancel wheel';

/** How often the page may take the drawer out of one place: one whose body is swapped leaves it where it is. */
const PATIENCE = 9;

/** Windows of a page outside of which nothing answers: modal dialogs, and what fills the screen. */
const WINDOWS = ':modal,:fullscreen';

/** Attributes by which a window of a page shuts out what is beside it. */
const SHUTTING_OUT = ['inert', 'aria-hidden'];

/**
 * Keeps the drawer in the page, its events from the page, and the drawer within reach while a window of the page shuts
 * out everything else: a modal `<dialog>`, outside of which nothing answers; an element in full screen, which covers the
 * rest; a script that makes everything beside its window inert. The drawer moves into the dialog or
 * full screen with its text, focus and scrolling, and back when that is over. Where it cannot, it says so.
 * @param isShown whether it shall be in the page
 * @param colour looks at the page's colours again
 * @param tools takes what comes into the head of the drawer
 * @returns puts the drawer where it can be reached, if it is not there
 */
export function liveBeside(
  element: HTMLElement,
  root: ShadowRoot,
  isShown: () => boolean,
  colour: () => void,
  tools: Signal<HeadView | undefined>,
): () => void {
  const { document } = host;
  const blocked = document.createElement('p');
  blocked.className = 'notice bad blocked';
  blocked.role = 'alert';
  const tops = new Map<Element, number>();
  let timesTaken = 0;
  let focused = root.activeElement as HTMLElement | null;

  /** Whether a press on the head of the drawer would reach it: what is inert or covered is not hit. */
  function answers(): boolean {
    const box = boxOf(root);
    if (!box) return true;
    const at = [(box.left + box.right) / 2, box.top + 8] as const;
    if (root.contains(root.elementFromPoint(...at))) return true;
    return !!around(document.elementFromPoint(...at), ':popover-open'); // that is closed by a press beside it
  }

  /** Beside the body; in it where the page lets nothing stay there. */
  const home = () => (timesTaken > PATIENCE ? document.body : document.documentElement);

  /** Where the drawer may be, the likeliest first: in the window of the page that was opened last, or at home. */
  function places(): Element[] {
    return [...windowsOf(document)].reverse().concat(home());
  }

  /** A page that takes out what it does not know does so again at once: it must not go on for ever, as nothing else would run. */
  function comeBack(): void {
    if (element.isConnected || !isShown()) return;
    timesTaken += 1;
    if (timesTaken < 2 * PATIENCE) check();
  }

  function check(): void {
    enlarge(element);
    if (!isShown()) return;
    for (const name of SHUTTING_OUT) element.removeAttribute(name);
    const place = element.parentElement;
    const isIn = element.isConnected && (place === home() || place?.matches(WINDOWS));
    const isReached = (isIn && answers()) || places().some(helps);
    blocked.textContent = isReached ? '' : words.blocked;
  }

  /** Moves the drawer, with its focus and scrolling. In the top layer it is then the uppermost. */
  function helps(place: Element): boolean {
    const last = focused;
    place.append(element);
    element.showPopover();
    for (const [scroller, top] of tops) scroller.scrollTop = top;
    last?.focus({ preventScroll: true });
    place.addEventListener('close', check); // of a dialog in a shadow root nothing else is heard
    return answers();
  }

  /** A press at the drawer that fell through it: to a window that no attribute in this document has announced. */
  function onPress(event: Event): void {
    if (event.composedPath().includes(element)) return;
    focused = null;
    const { clientX, clientY } = event as PointerEvent;
    const box = boxOf(root);
    const isAtDrawer = box && clientX > box.left && clientX < box.right && clientY > box.top && clientY < box.bottom;
    if (isAtDrawer) check();
  }

  element.translate = false; // what a translator has replaced would no longer change
  tools.value = HeadTools;
  root.append(blocked);
  adoptInto(root, css);
  host.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', colour);
  // A switch of the panel sets an attribute of one of them.
  for (const switched of [document.documentElement, document.body])
    new MutationObserver(colour).observe(switched, { attributes: true });
  keepFromPage(element, WORK);
  root.addEventListener('keydown', (event) => {
    if (pressedKey(event as KeyboardEvent) === 'Escape') event.preventDefault(); // otherwise it closes the page's own dialog
  });
  for (const type of PRESSES.split(' ')) {
    element.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }

  root.addEventListener('scroll', ({ target }) => tops.set(target as Element, (target as Element).scrollTop), true);
  // A moment later: a dialog that opens or closes moves the focus before its attribute is seen to change.
  const noteFocus = () =>
    void Promise.resolve().then(() => {
      focused = root.activeElement as HTMLElement | null;
    });
  for (const within of [root, host]) within.addEventListener('focusin', noteFocus, true);

  new MutationObserver(check).observe(document, { subtree: true, attributeFilter: ['open', ...SHUTTING_OUT] });
  new MutationObserver(comeBack).observe(document, { subtree: true, childList: true });
  host.addEventListener('pointerdown', onPress, true);
  document.addEventListener('fullscreenchange', check);
  host.addEventListener('resize', check);
  check();
  return check;
}

/** A page without a viewport of its own is laid out 980 px wide, and a phone shows it at 0.4 of its size. */
function enlarge({ style }: HTMLElement): void {
  const { clientWidth } = host.document.documentElement;
  const { width, scale } = host.visualViewport ?? { width: clientWidth, scale: 1 };
  style.setProperty('--zoom', `${Math.max(1, clientWidth / width / scale)}`);
}

/** Where the drawer is seen in the window. */
function boxOf(root: ShadowRoot): DOMRect | undefined {
  return root.querySelector('.drawer')?.getBoundingClientRect();
}

/** The windows of a page, in shadow roots too, in the order of the document. The drawer's own are not among them. */
function* windowsOf(within: Document | ShadowRoot): Generator<Element> {
  yield* within.querySelectorAll(WINDOWS);
  for (const { shadowRoot, dataset } of within.querySelectorAll<HTMLElement>('*')) {
    if (shadowRoot && !dataset.pomoc) yield* windowsOf(shadowRoot);
  }
}
