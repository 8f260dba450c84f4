/**
 * What the panel and its libraries need of the language and the browser, with its members and those of its prototype. Not
 * the classes of elements: those of a page are its own in every realm, and recorders of sessions wrap their methods.
 */
const WITH_MEMBERS =
  'Object Function Array String Number Boolean RegExp Date Error Promise Map Set WeakMap WeakSet Symbol JSON Math Intl URL Headers Request Response Event Blob File FormData';

/** What they need of it besides. */
const ALONE =
  'fetch TypeError DOMException ArrayBuffer Uint8Array TextDecoder AbortController AbortSignal ReadableStream URLSearchParams CustomEvent FocusEvent MutationObserver BroadcastChannel OffscreenCanvas createImageBitmap setTimeout clearTimeout setInterval clearInterval queueMicrotask encodeURIComponent btoa';

/** The source of a built-in. Bound functions and proxies have no name there. */
const NATIVE = /^function (\w+)\(\) {\s*\[native code]\s*}$/;

/**
 * The built-ins of a page that are not as the browser made them: replaced, or something was added to them or their
 * prototypes, or those are frozen. Libraries do, and so does `var URL` at the top level of a script. A look at their
 * sources, without a realm to compare with: what only seems replaced is named too, and what a page hides is not.
 * @param own the window whose built-ins do the looking
 */
export function replacedNatives(page: Window, own = page): string[] {
  const { Object: objects, Function: functions } = own as unknown as typeof globalThis;
  const nameOf = (value: unknown) => (NATIVE.exec(functions.prototype.toString.call(value)) || [])[1];
  const isAsMade = (owner?: object): boolean =>
    !owner ||
    (!objects.isFrozen(owner) &&
      objects.getOwnPropertyNames(owner).every((name) => {
        const { value, enumerable, writable } = objects.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
        if (typeof value === 'function') return name === 'prototype' || nameOf(value);
        return !enumerable || !writable || name === 'stackTraceLimit'; // constants of the browser are not writable
      }));
  const isReplaced = (name: string, hasMembers?: true): boolean => {
    try {
      const value = (page as unknown as Record<string, { prototype?: object }>)[name] as { prototype?: object };
      const isNamedSo = typeof value === 'object' ? `${value}` === `[object ${name}]` : nameOf(value) === name;
      return !isNamedSo || !!(hasMembers && !(isAsMade(value) && isAsMade(value.prototype)));
    } catch {
      return true; // it is missing, or cannot be looked at
    }
  };
  return [
    ...WITH_MEMBERS.split(' ').filter((name) => isReplaced(name, true)),
    ...ALONE.split(' ').filter((name) => isReplaced(name)),
  ];
}
