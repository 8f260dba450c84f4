/** An element of the page in a driver's own words. */
export type ElementHandle = object;

/** A browser with one page, driven from outside by real events of a mouse and a keyboard. Its functions run in the page, and know nothing else of the test. */
export interface Driver {
  /** the browser's name and version */
  name: string;
  /** Opens an address and waits until it has loaded. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** What a function gives back in the page, of which what goes in and comes out is JSON; waits for a promise. */
  call<A, R>(run: (argument: A) => R, argument: A): Promise<Awaited<R>>;
  /** The element that a function finds in the page. */
  find<A>(find: (argument: A) => Element | null, argument: A): Promise<ElementHandle | null>;
  /** What a function says of an element, as JSON. */
  read<R>(element: ElementHandle, read: (element: HTMLElement) => R): Promise<R>;
  click(element: ElementHandle): Promise<void>;
  /** Types into an element as a person does. */
  type(element: ElementHandle, text: string): Promise<void>;
  /** Chooses an option of a list by its words. */
  choose(list: ElementHandle, option: string): Promise<void>;
  /** Gives a file to an `input type=file`. */
  attach(input: ElementHandle, path: string): Promise<void>;
  /** What the console said of errors and warnings until now, and what was thrown. */
  complaints(): Promise<string[]>;
  /** Ends the browser. */
  close(): Promise<void>;
}
