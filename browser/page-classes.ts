/** What ky makes its requests of. */
const NEEDED = ['Request', 'Headers', 'Response'] as const;

/**
 * Whether the page left the browser's own classes in place. Libraries of old panels put others under these names (MooTools
 * has a `Request`), and calling those would run code of the page. A page that changed `toString` as well can hide it.
 */
export function areClassesOwn(): boolean {
  try {
    return NEEDED.every((name) => /\[native code\]\s*\}$/.test(Function.prototype.toString.call(globalThis[name])));
  } catch {
    return false;
  }
}

const { Request } = globalThis;

/** Puts the page's `Request` back where it was. */
export function putRequestBack(): void {
  if (globalThis.Request !== Request) globalThis.Request = Request;
}

// ky makes a `Request` while it is loaded, and what is none would keep it from loading. A page's own is put aside until ky
// is there, within one turn of the page: `send-by-ky.ts` puts it back, or, should ky not load, the end of the turn.
if (!areClassesOwn()) {
  globalThis.Request = undefined as unknown as typeof Request;
  queueMicrotask(putRequestBack);
}
