import type { Facts } from './facts.ts';

/** What the loader hands to the panel. The two are always of the same build. */
export interface Boot {
  /** origin of the API, without a slash at the end */
  api: string;
  /** the support address for when the API cannot be reached; the server wrote it into the loader */
  email: string;
  facts: Facts;
  /** the directory of the panel on its origin: the scope of everything the widget stores */
  directory: string;
  /** `data-theme` of the tag: `light` or `dark`; without it the system's */
  theme?: string | undefined;
  /** `data-position`: `left`; otherwise the drawer is on the right */
  position?: string;
  /** `data-launcher`: `auto`, `none`, or a selector of the panel's own entry */
  launcher: string;
  /** `data-token-url`: the panel's page that signs the shop's identity */
  tokenUrl?: string;
  /** `data-token`, or the argument of `identify`: a signed identity, good for one exchange */
  token?: string;
  /** values that the page adds to the diagnostics, by name */
  context?: Record<string, string>;
  /** the page has called `destroy`: nothing is shown or requested any more */
  isOver?: true;
  /** the shop's session while one is open. In memory only, never in storage */
  session?: string;
}

/** Values that a page may fill into the form before it is shown. */
export interface Prefill {
  topic?: string;
  subject?: string;
  description?: string;
}

/** A call of the page: `SGPomoc('open', {topic: 'outage'})`. The page's stub keeps `arguments`, which is no array. */
export type Call = Iterable<unknown>;

/** The interface of the panel for the loader. */
export interface PanelHandle {
  /** Executes a call of the page. Rejects with a `CallError` when that fails. */
  call: (call: Call) => Promise<unknown>;
  /**
   * Reopens the drawer that was open on the previous page, without taking the focus; a press in progress has priority.
   * @param launcher as for `toggle`
   */
  restore: (launcher?: HTMLElement) => void;
  /** @param launcher the pressed entry: it carries `aria-expanded`, and gets the focus back */
  toggle: (launcher?: HTMLElement) => void;
}
