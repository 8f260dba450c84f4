/**
 * What the panel and its libraries need of the language and the browser, and may be compared by its source. A name with
 * a dot stands for members too: of the object, and of its prototype.
 */
const NEEDED =
  'Object. Function. Array. String. Number. RegExp. Date. Promise. Map. Set. WeakMap. Symbol. JSON. Math. Reflect. URL. Headers. Request. Response. Event. Node. Element. fetch Error Proxy WeakSet CustomEvent FormData Blob File Uint8Array AbortController MutationObserver TextEncoder setTimeout clearTimeout queueMicrotask atob btoa createImageBitmap BroadcastChannel';

/** The source of a built-in. Bound functions and proxies have no name there. */
const NATIVE = /^function \w+\(\) \{\s*\[native code\]\s*\}$/;

/**
 * Whether a page's built-ins are as the browser made them: a quick look, without a realm to compare with. Libraries
 * replace them, and so does `var URL` at the top level of a script. What seems replaced and is not costs a realm of its
 * own; a page that hides its replacements is taken for clean.
 */
export function isClean(page: Window): boolean {
  const { Object: own, Function: called } = page as unknown as typeof globalThis;
  const isNative = (value: unknown) => NATIVE.test(called.prototype.toString.call(value));
  const hasMembers = (owner: object | undefined): boolean =>
    !owner ||
    own.getOwnPropertyNames(owner).every((name) => {
      const value: unknown = own.getOwnPropertyDescriptor(owner, name)?.value;
      return typeof value !== 'function' || name === 'prototype' || isNative(value);
    });
  for (const _ in [] as unknown as object) return false;
  if (own.isFrozen(own.prototype)) return false;
  return NEEDED.split(' ').every((needed) => {
    const [name = '', members] = needed.split('.');
    const value = (page as unknown as Record<string, { prototype?: object }>)[name];
    if (members === undefined) return isNative(value);
    return (typeof value === 'object' || isNative(value)) && value && hasMembers(value) && hasMembers(value.prototype);
  });
}
