import { LANGUAGE } from '#words/panel.ts';
import { host } from '../../browser/host.ts';
import { adoptInto } from '../styles/adopt-into.ts';
import css from '../styles/panel.css?inline';

/**
 * An element with a shadow root, in the panel's styles, colours and language.
 * @param theme `light` or `dark`; without it the system's, as it changes
 */
export function openRoot(theme: string | undefined): [element: HTMLElement, root: ShadowRoot] {
  const element = host.document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  element.lang = LANGUAGE;
  const dark = host.matchMedia?.('(prefers-color-scheme: dark)');
  const colour = () => {
    element.dataset.pomoc = theme ?? (dark?.matches ? 'dark' : 'light');
  };
  if (dark) dark.onchange = colour;
  colour();
  adoptInto(root, css);
  return [element, root];
}

/** Focuses the first field of the view, or the heading that says what happened. */
export function land(root: ShadowRoot): void {
  root.querySelector<HTMLElement>('[data-landing],[data-first]')?.focus();
}
