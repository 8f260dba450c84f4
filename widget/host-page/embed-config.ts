import type { Facts } from './facts.ts';

/** How a page embeds the panel: the loader reads it from the tag and the page. Nothing changes it later. */
export interface EmbedConfig {
  /** origin of the API, without a slash at the end */
  api: string;
  /** the support address for when the API cannot be reached; the server wrote it into the loader */
  email: string;
  facts: Facts;
  /** the path of the panel on its origin: the scope of everything the widget stores */
  panelPath: string;
  /** `data-theme` of the tag: `light` or `dark`; without it the system's */
  theme?: string | undefined;
  /** `data-position`: `left`; otherwise the drawer is on the right */
  position?: string;
  /** `data-launcher`: `auto`, `none`, or a selector of the panel's own entry */
  launcher: string;
  /** `data-token-url`: the panel's page that signs the shop's identity */
  tokenUrl?: string;
  /** `data-token`: a signed identity of the shop */
  token?: string | undefined;
}

/** The state of one page while the panel is in it. In memory only, never in storage. */
export interface PageSession {
  /** a signed identity of the shop, good for one exchange: `data-token`, or the argument of `identify` */
  token?: string | undefined;
  /** the shop's session while one is open */
  session?: string;
  /** values that the page adds to the diagnostics, by name */
  context: Record<string, string>;
  /** the page has called `destroy`: nothing is shown or requested any more */
  isOver?: true;
}
