import type { Driver, ElementHandle } from './driver.ts';

/** What a person finds by its words: a button or link, a field by its label, a heading or another text; the input for files has none. */
type Kind = 'button' | 'field' | 'text' | 'file input';

/** How long a page may take to show something, ms: machines are shared. */
const PATIENCE = 20_000;

/** Finds things on a driven page as a person does: by their words, once they are seen, open shadow roots included. */
export class PageReader {
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  /**
   * The element with these words, once it is seen.
   * @throws when it does not come
   */
  async find(kind: Kind, words: string): Promise<ElementHandle> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      const found = await this.#driver.find(findSeen, { kind, words });
      if (found) return found;
    }
    throw new Error(`${this.#driver.name} shows no ${kind} “${words}”`);
  }

  async press(name: string): Promise<void> {
    await this.#driver.click(await this.find('button', name));
  }

  async type(label: string, text: string): Promise<void> {
    await this.#driver.type(await this.find('field', label), text);
  }

  /** What stands in a field, once it is seen. */
  async valueOf(label: string): Promise<string> {
    return this.#driver.read(await this.find('field', label), (field) => (field as HTMLInputElement).value);
  }
}

/** In the page. A button is called by its whole name, a field by the beginning of its label, a text by a part of it. */
function findSeen({ kind, words }: { kind: Kind; words: string }): Element | null {
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...everything(element.shadowRoot)] : [element],
    );
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const fits = (element: Element): boolean => {
    if (kind === 'button')
      return element.matches('button,a[href]') && plain(element.ariaLabel ?? element.textContent) === words;
    if (kind === 'file input') return element.matches('[type=file][multiple]');
    if (kind === 'text')
      return [...element.childNodes].some((node) => node.nodeType === 3 && plain(node.textContent).includes(words));
    return [...((element as HTMLInputElement).labels ?? [])].some(({ textContent }) =>
      plain(textContent).startsWith(words),
    );
  };
  return (
    everything(document).find((element) => fits(element) && (kind === 'file input' || element.checkVisibility())) ??
    null
  );
}
