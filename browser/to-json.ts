const PATCHED = [Array, String, Number, Boolean, Object].map(({ prototype }) => prototype as { toJSON?: unknown });

/**
 * `JSON.stringify` as in the standard. Prototype 1.6 adds a `toJSON` to arrays and strings, which would write them as
 * quoted strings: it is removed for the moment and put back, as the panel's own code may need it.
 * @param replacer as for `JSON.stringify`
 */
export function toJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const lifted = PATCHED.map((prototype) => Object.getOwnPropertyDescriptor(prototype, 'toJSON'));
  for (const prototype of PATCHED) delete prototype.toJSON;
  try {
    return JSON.stringify(value, replacer);
  } finally {
    lifted.forEach((descriptor, index) => {
      if (descriptor) Object.defineProperty(PATCHED[index], 'toJSON', descriptor);
    });
  }
}
