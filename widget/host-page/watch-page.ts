/** For how long what changes deep in a page counts, in milliseconds. */
const WATCHED = 30_000;

/** What changes at once is told once, so many milliseconds after the first change. */
const PAUSE = 250;

/**
 * Tells when a page has changed: anything in it for 30 s, and for another 30 s after its body was swapped (pjax,
 * Turbolinks, `innerHTML`). In between only what is put right into the body or taken out of it, and frames that load.
 * Changes are gathered; a page that never rests is told four times a second at most.
 * @param onChange called with nothing: it looks at the page itself
 * @returns ends it
 */
export function watchPage(onChange: () => void): () => void {
  let told: ReturnType<typeof setTimeout> | undefined;
  let rested: ReturnType<typeof setTimeout> | undefined;
  let body: Element | undefined;

  function tell(): void {
    told =
      told ||
      setTimeout(() => {
        told = undefined;
        onChange();
      }, PAUSE);
  }

  function watch(): void {
    body = document.body;
    clearTimeout(rested);
    rested = setTimeout(() => {
      rested = undefined;
    }, WATCHED);
  }

  const observer = new MutationObserver((records) => {
    let isSwap = document.body !== body;
    let isNear = isSwap;
    for (const { target, removedNodes } of records) {
      isNear = isNear || target === body;
      // Whatever empties a body takes out more than one node at once.
      isSwap = isSwap || (target === body && removedNodes.length > 1);
    }
    if (isSwap) watch();
    if (rested || isNear) tell();
  });

  function onLoad({ target }: Event): void {
    if (/FRAME$/.test((target as Node).nodeName)) tell();
  }

  document.addEventListener('load', onLoad, true);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  watch();
  return () => {
    observer.disconnect();
    document.removeEventListener('load', onLoad, true);
    clearTimeout(told);
  };
}
