import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Mounted, mount } from '../../../widget/drawer/mount.tsx';
import { words as besideWords } from '../../../widget/words/pl/beside-the-page.ts';
import { words } from '../../../widget/words/pl/panel.ts';
import { aPanel, statusKnown } from '../../support/widget-drawer.tsx';
import { aShopStatus } from '../../support/widget-nouns.ts';
import { onPage } from '../../support/widget-page.ts';
import { serveShopStatus } from '../../support/widget-service.ts';

let drawer: Mounted;
let element: HTMLElement;
let root: ShadowRoot;
const close = vi.fn();

beforeEach(async () => {
  await page.viewport(1280, 800);
  serveShopStatus(aShopStatus());
  const { panel, parts, config } = aPanel();
  drawer = mount({ panel, parts }, config, close);
  await statusKnown(panel);
  drawer.show(true);
  element = document.querySelector<HTMLElement>('[data-pomoc]') as HTMLElement;
  root = element.shadowRoot as ShadowRoot;
  panel.edit({ topic: 'configuration' }); // with a topic the form has its title
  await expect.poll(subject).not.toBeNull();
  // What lives with the page comes after the form.
  await expect.poll(() => root.querySelector('.blocked')).not.toBeNull();
});

afterEach(() => {
  drawer.hide();
  close.mockReset();
  for (const type of EVERYTHING) for (const target of [window, document]) target.removeEventListener(type, hear);
});

const subject = () => root.querySelector<HTMLInputElement>('[name=subject]') as HTMLInputElement;
const description = () => root.querySelector<HTMLTextAreaElement>('[name=description]') as HTMLTextAreaElement;

/** Clicks a field as a person does, who hits what is there and nothing behind it, and types. */
async function type(text: string, field = subject()): Promise<void> {
  await page.elementLocator(field).click();
  await userEvent.keyboard(text);
}

const WORK = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'contextmenu',
  'selectstart',
]
  .concat(['compositionstart', 'compositionupdate', 'compositionend', 'change'])
  .concat(['dragstart', 'drag', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend']);
const PRESSES = ['click', 'dblclick', 'auxclick', 'pointerdown', 'mousedown', 'wheel', 'touchstart', 'touchend'];
const EVERYTHING = [...WORK, ...PRESSES];

const heard: string[] = [];
const hear = ({ type }: Event) => void heard.push(type);

function listenOnPage(types: string[], isCapture = false): void {
  heard.length = 0;
  for (const type of types)
    for (const at of [window, document]) at.addEventListener(type, hear, isCapture && at === document);
}

describe('of what happens in the drawer the page hears', () => {
  test('nothing while somebody types, copies, pastes, presses and chooses', async () => {
    await type('x');
    listenOnPage(EVERYTHING);
    await type('Wysyłka{Control>}a{/Control}{Control>}c{/Control}{Control>}v{/Control}{Enter}');
    await userEvent.click(root.querySelector('[name=topic]') as HTMLElement);
    await userEvent.click(root.querySelector('[value=outage]') as HTMLElement);
    await page.elementLocator(description()).click({ button: 'right' });
    expect(heard).toEqual([]);
    expect(subject().value).toBe('xWysyłka');
  });

  test.each(WORK)('no %s, not even on its way down to the drawer, which hears it', (name) => {
    listenOnPage([name], true);
    const inside = vi.fn((event: Event) => event.preventDefault());
    root.addEventListener(name, inside, { once: true });
    const event = new Event(name, { bubbles: true, composed: name !== 'change', cancelable: true });
    expect(subject().dispatchEvent(event)).toBe(false);
    expect(inside).toHaveBeenCalledOnce();
    expect(heard).toEqual([]);
    document.removeEventListener(name, hear, true);
  });

  test('nothing where every key event leaves a shadow root, whatever it was made with, as in Firefox', () => {
    class FirefoxKey extends KeyboardEvent {
      constructor(type: string, init: KeyboardEventInit) {
        super(type, { ...init, composed: true });
      }
    }
    const keys: string[] = [];
    listenOnPage(['keydown'], true);
    subject().addEventListener('keydown', ({ key, ctrlKey }) => keys.push(`${ctrlKey} ${key}`));
    subject().dispatchEvent(new FirefoxKey('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
    expect([heard, keys]).toEqual([[], ['true k']]);
  });

  test('no picture that is pasted or dropped; the drawer gets it', () => {
    listenOnPage(['paste', 'drop']);
    const files: string[] = [];
    const take = (event: Event) => {
      const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent;
      files.push((clipboardData ?? dataTransfer)?.files[0]?.name ?? '');
    };
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'tajne.png', { type: 'image/png' }));
    const init = { bubbles: true, composed: true, cancelable: true };
    for (const name of ['paste', 'drop']) root.addEventListener(name, take, { once: true });
    description().dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
    description().dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: data }));
    expect(files).toEqual(['tajne.png', 'tajne.png']);
    expect(heard).toEqual([]);
  });

  test('where the pointer is, and where what was dragged from the page is let go', async () => {
    const moves = ['pointermove', 'mousemove', 'pointerup', 'mouseup'];
    heard.length = 0;
    for (const name of moves) window.addEventListener(name, hear);
    for (const name of moves) {
      subject().dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true }));
      window.removeEventListener(name, hear);
    }
    expect(heard).toEqual(moves);
  });

  test('letters are typed though the page takes them for commands, also on their way down', async () => {
    const command = (event: KeyboardEvent) => event.key === 'd' && event.preventDefault();
    document.addEventListener('keydown', command, true);
    await type('dodaj');
    document.removeEventListener('keydown', command, true);
    expect(subject().value).toBe('dodaj');
  });

  test('Esc closes the drawer, and not the dialog of the page', async () => {
    const dialog = onPage<HTMLDialogElement>('<dialog>Okno</dialog>');
    dialog.showModal();
    await expect.poll(() => element.parentNode).toBe(dialog);
    await type('{Escape}');
    expect(close).toHaveBeenCalledOnce();
    expect(dialog.open).toBe(true);
  });
});

describe('it can be typed in while', () => {
  test('a modal dialog of the page is open: in it, with text, caret and scrolling, and after it', async () => {
    const dialog = onPage<HTMLDialogElement>('<dialog><input id="own"></dialog>');
    await type('Okno{ArrowLeft}', subject());
    const scroller = root.querySelector('.content') as HTMLElement;
    await page.viewport(1280, 400);
    scroller.scrollTop = 40;
    await expect.poll(() => scroller.scrollTop).toBe(40);
    await new Promise(requestAnimationFrame);
    dialog.show();
    dialog.close();
    dialog.showModal();
    await expect.poll(() => element.parentNode).toBe(dialog);
    expect(scroller.scrollTop).toBe(40);
    await type(' panelu', subject());
    expect(subject().value).toContain(' panelu');

    dialog.close();
    await expect.poll(() => element.parentNode).toBe(document.documentElement);
    expect(root.activeElement).toBe(subject());
    await userEvent.keyboard('!');
    expect(subject().value).toContain('!');
  });

  test('one dialog lies on another, and when the upper one is closed or taken away', async () => {
    const lower = onPage<HTMLDialogElement>('<dialog id="a">A</dialog><dialog id="b">B</dialog>');
    const upper = document.querySelector('#b') as HTMLDialogElement;
    upper.showModal();
    lower.showModal();
    await expect.poll(() => element.parentNode).toBe(lower);
    await type('1');
    lower.close();
    await expect.poll(() => element.parentNode).toBe(upper);
    await type('2');
    upper.remove();
    await expect.poll(() => element.parentNode).toBe(document.documentElement);
    await type('3');
    expect(subject().value).toHaveLength(3);
  });

  test('a dialog in a shadow root of the page is open, which a press tells', async () => {
    const shadow = onPage('<div></div>').attachShadow({ mode: 'open' });
    const dialog = document.createElement('dialog');
    shadow.append(dialog);
    dialog.showModal();
    const { x, y } = subject().getBoundingClientRect();
    dialog.dispatchEvent(
      new PointerEvent('pointerdown', { clientX: x + 9, clientY: y + 9, bubbles: true, composed: true }),
    );
    expect(element.parentNode).toBe(dialog);
    await type('abc');
    expect(subject().value).toBe('abc');
    dialog.close();
    await expect.poll(() => element.parentNode).toBe(document.documentElement);
  });

  test.each<[string, () => void]>([
    ['everything beside a window is inert', () => [...document.documentElement.children].forEach(shutOut)],
    ['the body is inert', () => shutOut(document.body)],
    ['nothing in the body takes the pointer', () => document.body.style.setProperty('pointer-events', 'none')],
    ['nothing in the body may be selected', () => document.body.style.setProperty('user-select', 'none')],
    ['the body is hidden', () => document.body.style.setProperty('display', 'none', 'important')],
  ])('%s', async (_what, disturb) => {
    disturb();
    await type('abc');
    expect(subject().value).toBe('abc');
    expect(element.ariaHidden).toBeNull();
    expect(getComputedStyle(description()).userSelect).toBe('text');
    document.body.inert = false;
    document.body.removeAttribute('style');
    document.body.removeAttribute('aria-hidden');
  });

  test('the page replaces its body, or takes it out', async () => {
    const { body } = document;
    await type('abc');
    const other = document.createElement('body');
    body.replaceWith(other);
    await userEvent.keyboard('d');
    other.innerHTML = '';
    element.remove();
    await expect.poll(() => element.isConnected).toBe(true);
    expect(root.activeElement).toBe(subject());
    await userEvent.keyboard('e');
    expect(subject().value).toBe('abcde');
    other.replaceWith(body);
  });
});

function shutOut(shut: Element): void {
  (shut as HTMLElement).inert = true;
  shut.setAttribute('aria-hidden', 'true');
}

test('a popover of the page is not covered when it opens over the drawer', async () => {
  const popover = onPage('<div popover style="position:fixed;inset:0;width:auto;height:auto">Menu</div>');
  popover.showPopover();
  const { x, y } = (root.querySelector('.drawer') as Element).getBoundingClientRect();
  popover.setAttribute('aria-hidden', 'false');
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.elementFromPoint(x + 20, y + 20)).toBe(popover);
});

test('where it cannot be reached it says what to close, and no longer', async () => {
  const shadow = onPage('<div></div>').attachShadow({ mode: 'closed' });
  const dialog = document.createElement('dialog');
  shadow.append(dialog);
  dialog.showModal();
  window.dispatchEvent(new Event('resize'));
  const blocked = root.querySelector('.blocked') as HTMLElement;
  await expect.poll(() => blocked.textContent).toBe(besideWords.blocked);
  expect(blocked.getBoundingClientRect().height).toBeGreaterThan(20);
  dialog.close();
  window.dispatchEvent(new Event('resize'));
  await expect.poll(() => blocked.textContent).toBe('');
  expect(words.title).toBe(root.querySelector('h1')?.textContent);
});
