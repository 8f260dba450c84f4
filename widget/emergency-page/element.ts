import { host } from '../../browser/host.ts';
/** An element with a text, which is never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = host.document.createElement(name);
  made.textContent = text;
  return made;
}
