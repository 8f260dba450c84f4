/** The browser's own that the panel and its libraries use, and what libraries of pages change beside them. */
export const NATIVES =
  'Object,Function,Array,String,Number,Boolean,RegExp,Date,Error,TypeError,DOMException,Promise,Map,Set,WeakMap,WeakSet,Symbol,JSON,Math,Intl,ArrayBuffer,Uint8Array,TextDecoder,fetch,Request,Response,Headers,AbortController,AbortSignal,ReadableStream,URL,URLSearchParams,FormData,Blob,File,CustomEvent,FocusEvent,MutationObserver,BroadcastChannel,OffscreenCanvas,createImageBitmap,setTimeout,clearTimeout,setInterval,clearInterval,queueMicrotask,encodeURIComponent,encodeURI,btoa';

/** As browsers write what is their own. Bound functions and proxies have no name. */
const OWN = /^\[object [JMI]|^function \w+\(\)\s*{\s*\[native code/;

/**
 * The built-ins that a page has replaced or frozen, or to which it has added something; what it has added to every list.
 * Libraries do, and so does `var URL` at the top level of a script.
 * @throws where they cannot even be looked at
 */
export function replacedNatives(page: Window): string[] {
  const replaced: string[] = [];
  const check = (name: string, value: unknown) => {
    if (!OWN.test(typeof value === 'function' ? Function.prototype.toString.call(value) : `${value}`)) {
      replaced.push(name);
    }
  };
  for (const key in (page as typeof window).Array.prototype) replaced.push(key);
  for (const name of NATIVES.split(',')) {
    const native = (page as unknown as Record<string, { prototype?: object }>)[name] || {};
    const { prototype = [] } = native;
    check(name, Object.isFrozen(prototype) || native);
    for (const owner of [native, prototype]) {
      const members = Object.getOwnPropertyDescriptors(owner);
      for (const key in members) {
        const { value } = members[key] as PropertyDescriptor;
        if (typeof value === 'function' && key !== 'prototype') check(`${name}.${key}`, value);
      }
    }
  }
  return replaced;
}
