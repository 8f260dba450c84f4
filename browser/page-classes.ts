/** The classes that ky uses. */
const NEEDED = ['Request', 'Headers', 'Response'] as const;

/**
 * Whether these are the browser's own classes. Libraries of old panels replace them (MooTools has a `Request`), and
 * calling those would run code of the page. A page that changed `toString` as well can hide it.
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

// ky creates a `Request` while it is loaded, and fails to load with a page's own. That is removed until ky is loaded,
// within one task: `send-by-ky.ts` puts it back or, if ky does not load, the end of the task does.
if (!areClassesOwn()) {
  globalThis.Request = undefined as unknown as typeof Request;
  queueMicrotask(putRequestBack);
}
