import { type Send, sendByFetch } from './http.ts';

/** What ky makes its requests of. */
const NEEDED = ['Request', 'Headers', 'Response'] as const;

/**
 * Whether the page left the browser's own classes in place. Libraries of old panels put others under these names (MooTools
 * has a `Request`), and calling those would run code of the page. Where the page has changed `toString` as well, so that
 * this cannot be told, `sendByKy` goes on without ky once ky has failed.
 */
function areOwn(): boolean {
  try {
    return NEEDED.every((name) =>
      /\{\s*\[native code\]\s*\}\s*$/.test(Function.prototype.toString.call(globalThis[name])),
    );
  } catch {
    return false;
  }
}

let sendByKy: Promise<Send> | undefined;

/** ky makes a `Request` while it is loaded: it is not loaded at all where that is not the browser's own. */
function loadKy(): Promise<Send> {
  sendByKy ??= import('./send-by-ky.ts').then(
    (loaded) => loaded.sendByKy,
    () => {
      sendByKy = undefined;
      return sendByFetch;
    },
  );
  return sendByKy;
}

/** Sends by ky in a page of others: without it where the page's classes are not the browser's own, or ky did not come. */
export const sendByKyWherePossible: Send = async (url, init) =>
  areOwn() ? (await loadKy())(url, init) : sendByFetch(url, init);
