/** As Prototype 1.6 does: lists and texts turn themselves into JSON, which the browser then puts in quotes once more. */
export function patchLikePrototype16(): Disposable {
  const plain = JSON.stringify;
  const patches: [object, (this: unknown) => string][] = [
    [
      Array.prototype,
      function (this: unknown) {
        return `[${Array.from(this as unknown[], (item) => plain(item)).join(', ')}]`;
      },
    ],
    [
      String.prototype,
      function (this: unknown) {
        return `"${this}"`;
      },
    ],
  ];
  // As a script's plain assignment would: writable, enumerable, configurable.
  for (const [prototype, toJSON] of patches) Object.assign(prototype, { toJSON });
  return {
    [Symbol.dispose]() {
      for (const [prototype] of patches) Reflect.deleteProperty(prototype, 'toJSON');
    },
  };
}
