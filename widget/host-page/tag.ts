/** Written in by the service: the host where code comes from and data goes. Nothing of the page may change it. */
const HOST = '__HOST__';

export interface Tag {
  /** of code and data, without a slash at the end */
  origin: string;
  /** the attributes of the tag; none when it cannot be told which tag is ours */
  attributes: DOMStringMap;
}

interface WithGetters {
  __lookupGetter__: (name: string) => (this: Document) => unknown;
}

/**
 * Finds the tag of this script. Elements of the page may have any name, and then stand in the place of the document's
 * own properties (`<img name=currentScript>`): so those are read by the browser's own functions. Of modules nobody says
 * which one runs: the only one that comes from our host counts.
 */
export function findTag(): Tag {
  // Not of `Document`: MooTools puts one of its own in its place.
  const prototype = HTMLDocument.prototype as Document & WithGetters;
  let tag = prototype.__lookupGetter__('currentScript').call(document) as HTMLScriptElement | null | undefined;
  if (!tag) {
    const candidates: HTMLScriptElement[] = [];
    for (const module of prototype.querySelectorAll.call(document, 'script[type=module]')) {
      if (protocolOf(module as HTMLScriptElement)) candidates.push(module as HTMLScriptElement);
    }
    if (!candidates[1]) tag = candidates[0];
  }
  return { origin: `${(tag && protocolOf(tag)) || location.protocol}//${HOST}`, attributes: tag ? tag.dataset : {} };
}

/** How a script of our host is reached; false for other scripts. */
function protocolOf({ src }: HTMLScriptElement): string | false | undefined {
  const [protocol, , host] = `${src}`.split('/');
  return host === HOST && protocol;
}
