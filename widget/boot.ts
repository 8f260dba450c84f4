import type { Facts } from './host-page/facts.ts';

/** What the loader hands to the panel. The two are always of the same build. */
export interface Boot {
  /** origin of the API, without a slash at the end */
  api: string;
  /** where to write when the API cannot be reached; the server wrote it into the loader */
  email: string;
  facts: Facts;
  /** whatever the widget keeps in this browser belongs to this directory of the host's origin */
  directory: string;
  /** `data-theme` of the tag: `light` or `dark`; nothing follows the system */
  theme?: string | undefined;
  /** `data-position`: `left`; otherwise the drawer stands at the right */
  position?: string;
  /** `data-launcher`: `auto`, `none`, or where the panel's own entry is */
  launcher: string;
  /** `data-token-url`: the panel's page that signs which shop this is */
  tokenUrl?: string;
  /** `data-token`, or what the page gave to `identify`: the same, signed once */
  token?: string;
  /** what the page adds to the technical information, by name */
  context?: Record<string, string>;
  /** the page has sent us away: nothing is shown or asked any more */
  isOver?: true;
  /** the shop's session while one is open. Here only: it never touches storage */
  session?: string;
}

/** What a page may write into the form before it is shown. */
export interface Prefill {
  topic?: string;
  subject?: string;
  description?: string;
}

/** A call of the page: `SGPomoc('open', {topic: 'outage'})`. The stub of the page keeps `arguments`, which is no list. */
export type Call = Iterable<unknown>;

/** What the loader may ask of the panel. */
export interface PanelHandle {
  /** Does what a page asked for. Rejected with a `CallError` when it cannot be done. */
  call: (call: Call) => Promise<unknown>;
  /**
   * Brings the drawer back that was open on the page before, without taking the focus; a press in flight comes first.
   * @param launcher as for `toggle`
   */
  restore: (launcher?: HTMLElement) => void;
  /** @param launcher what was pressed: it tells assistive technology whether the drawer is open, and gets the focus back */
  toggle: (launcher?: HTMLElement) => void;
}
