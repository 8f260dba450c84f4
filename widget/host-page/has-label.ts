/** As panels write it, at its loosest: "Numer pomocy technicznej", "Nr pom. tech.", over lines, with soft hyphens. */
const LABEL = /n(u\W?me)?r\W*po\S{1,9}\s*tech/i;

/** The same in an attribute, as a selector: an r, as "nr" and "numer" have, and the other words, whatever is between. */
const NAMED = 'title placeholder aria-label data-label'.replace(/\S+/g, '[$&*=r i][$&*=pom i][$&*=tech i],');

/**
 * Whether a page, or a frame of it that belongs to the same origin, shows the label of a support number: only such a
 * page is worth fetching the reader for. Says yes rather once too often.
 *
 * It runs in the loader on pages whose libraries changed the language: no `closest`, no `instanceof`, no method of lists.
 */
export function hasLabel({ documentElement: root }: Document): boolean {
  if (LABEL.test(root.textContent) || root.querySelector(`${NAMED}x`)) return true;
  for (const frame of root.querySelectorAll<HTMLIFrameElement>('iframe,frame')) {
    // Null for a frame of another origin, or a sandboxed one: no line in the console.
    if (frame.contentDocument && hasLabel(frame.contentDocument)) return true;
  }
  return false;
}
