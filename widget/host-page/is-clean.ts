/**
 * What the panel and its libraries need of the language and the browser. A name with a dot stands for its members too,
 * and those of its prototype.
 */
const NEEDED =
  'Object. Function. Array. String. Number. Boolean. RegExp. Date. Error. Promise. Map. Set. WeakMap. WeakSet. Symbol. JSON. Math. Intl. URL. Headers. Request. Response. Event. Blob. File. FormData. Node. Element. fetch TypeError DOMException ArrayBuffer Uint8Array TextDecoder AbortController AbortSignal ReadableStream URLSearchParams CustomEvent FocusEvent MutationObserver BroadcastChannel OffscreenCanvas createImageBitmap setTimeout clearTimeout setInterval clearInterval queueMicrotask encodeURIComponent btoa';

/** The source of a built-in. Bound functions and proxies have no name there. */
const NATIVE = /^function (\w+)\(\) \{\s*\[native code\]\s*\}$/;

/**
 * Whether a page's built-ins are as the browser made them: a quick look, without a realm to compare with. Libraries
 * replace them, and so does `var URL` at the top level of a script. What only seems replaced costs a realm of its own; a
 * page that hides its replacements is taken for clean.
 */
export function isClean(page: Window): boolean {
  const { Object: own, Function: called } = page as unknown as typeof globalThis;
  const nameOf = (value: unknown) => (NATIVE.exec(called.prototype.toString.call(value)) || [])[1];
  const isAsMade = (owner?: object): boolean =>
    !owner ||
    (!own.isFrozen(owner) &&
      own.getOwnPropertyNames(owner).every((name) => {
        const { value, enumerable, writable } = own.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
        if (typeof value === 'function') return name === 'prototype' || nameOf(value);
        return !enumerable || !writable || name === 'stackTraceLimit'; // constants of the browser are not writable
      }));
  try {
    return NEEDED.split(' ').every((needed) => {
      const [name, members] = needed.split('.') as [string, string?];
      const value = (page as unknown as Record<string, { prototype?: object }>)[name] as { prototype?: object };
      return (
        (typeof value === 'object' ? `${value}` === `[object ${name}]` : nameOf(value) === name) &&
        (members === undefined || (isAsMade(value) && isAsMade(value.prototype)))
      );
    });
  } catch {
    return false; // something is missing, or cannot be looked at
  }
}
