import { LANGUAGE } from '#words/panel.ts';
import { host } from '../../browser/host.ts';
import { adoptInto } from '../styles/adopt-into.ts';
import css from '../styles/panel.css?inline';

/** From this brightness on letters are light, of 255: grey letters of light pages are darker, those of dark pages lighter. */
const LIGHT_LETTERS = 165;

/** Whether a page is dark: by its letters, as its ground may be a picture or another element's. */
function isDark(): boolean {
  const [, green] = host.getComputedStyle(host.document.body).color.match(/\d+/g) ?? [];
  return Number(green) > LIGHT_LETTERS;
}

/**
 * An element with a shadow root, in the panel's styles, colours and language.
 * @param theme `light` or `dark`; without it the page's own, whatever the system has
 * @returns them, and what looks at the page's colours again
 */
export function openRoot(theme: string | undefined): [element: HTMLElement, root: ShadowRoot, colour: () => void] {
  const element = host.document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  element.lang = LANGUAGE;
  const colour = () => {
    element.dataset.pomoc = theme ?? (isDark() ? 'dark' : 'light');
  };
  colour();
  adoptInto(root, css);
  return [element, root, colour];
}

/** Focuses the first field of the view, or the heading that says what happened. */
export function land(root: ShadowRoot): void {
  root.querySelector<HTMLElement>('[data-landing],[data-first]')?.focus();
}
