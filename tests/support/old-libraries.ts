/**
 * What libraries of 2006–2010 do to a page, where no package has them any more: the functions that they replace, with
 * the behaviour they had. Run in a page before anything else of it, as a plain script.
 */
export function installOldLibraries(): void {
  const page = window as unknown as Record<string, unknown>;
  const stringify = JSON.stringify;
  const assign = (target: object, members: object) => Object.assign(target, members);

  // Prototype 1.5 to 1.6: lists and texts turn themselves into JSON, which the browser then quotes once more.
  const toJson = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(toJson).join(', ')}]` : (stringify(value) ?? 'null');
  assign(Array.prototype, {
    toJSON(this: unknown[]) {
      return toJson(this);
    },
    entries(this: unknown[]) {
      return this.slice();
    },
    toArray(this: unknown[]) {
      return this.slice();
    },
    reduce(this: unknown[]) {
      return this.length > 1 ? this : this[0];
    },
    each(this: unknown[], iterator: (item: unknown, index: number) => void) {
      for (let index = 0; index < this.length; index++) iterator(this[index], index);
      return this;
    },
    include(this: unknown[], item: unknown) {
      return this.indexOf(item) !== -1;
    },
    find(this: unknown[], iterator: (item: unknown, index: number) => unknown) {
      for (let index = 0; index < this.length; index++) if (iterator(this[index], index)) return this[index];
      return undefined;
    },
    clear(this: unknown[]) {
      this.length = 0;
      return this;
    },
  });
  for (const { prototype } of [String, Number, Boolean]) {
    assign(prototype, {
      toJSON(this: unknown) {
        return stringify(`${this}`);
      },
    });
  }
  assign(String.prototype, {
    startsWith(this: string, start: string) {
      return this.lastIndexOf(start, 0) === 0;
    },
    strip(this: string) {
      return this.replace(/^\s+|\s+$/g, '');
    },
  });
  assign(Function.prototype, {
    bind(this: (...given: unknown[]) => unknown, self: unknown) {
      return (...given: unknown[]) => this.apply(self, given);
    },
  });
  Object.keys = (object: object) => {
    const keys: string[] = [];
    for (const key in object) keys.push(key);
    return keys;
  };
  Array.from = ((list: ArrayLike<unknown> | undefined) => {
    const copy: unknown[] = [];
    for (let index = 0; index < (list ? list.length : 0); index++) copy.push(list?.[index]);
    return copy;
  }) as typeof Array.from;

  // Prototype 1.6.0.0 and 1.6.0.1: an `Element` without the browser's prototype. MooTools: an `Event` of its own too.
  const native = page.Element as object;
  page.Element = assign((name: string) => document.createElement(name), native);
  page.Event = function Event(this: { event: unknown }, event: unknown) {
    this.event = event;
  };

  // MooTools 1.2 and its More: classes of its own names, and a `closest` that looks the wrong way.
  page.Request = function Request(this: { options: unknown }, options: unknown) {
    this.options = options;
  };
  page.JSON = { stringify, parse: JSON.parse, encode: stringify, decode: JSON.parse };
  page.Hash = function Hash() {};
  const { prototype } = HTMLElement;
  assign(Object.getPrototypeOf(prototype), {
    closest(this: HTMLElement, selector: string) {
      return this.parentNode?.querySelector(selector) ?? null;
    },
  });
  // Prototype, to its last version: of an element that is in no page it throws.
  assign(prototype, {
    remove(this: HTMLElement) {
      (this.parentNode as ParentNode).removeChild(this);
      return this;
    },
  });
}
