import type { LoaderSettings } from '../../src/contract/loader-settings.ts';
import type { Facts } from './facts.ts';
import type { PanelRecord, Standing } from './known-shop.ts';

/** The reader of pages: a file of its own. */
export interface Reader {
  learnShop: (config: EmbedConfig, recall: (path: string) => PanelRecord) => Promise<void>;
  readOwnFacts: () => Promise<Facts>;
}

/** Unread replies. */
export interface UnreadReplies {
  /** the route of the drawer where they are */
  route: string;
  count: number;
  /** how many there are, in words */
  words: string;
}

/** How a page embeds the panel: the loader reads it from the tag and from what is known. Later only the shop may change. */
export interface EmbedConfig extends Pick<LoaderSettings, 'email'>, Partial<Omit<LoaderSettings, 'email'>> {
  /** origin of the API, without a slash at the end */
  api: string;
  /** `data-support-number`, `data-install-url`, `data-shop-version` of the tag */
  supportNumber?: string;
  installUrl?: string;
  shopVersion?: string;
  /** the shop that is known of this panel */
  facts: Facts;
  /** how far it is trusted; missing while no shop is known; `tag` where the tag names one instead */
  standing?: Standing | 'tag' | undefined;
  /** what an earlier release stored unchecked */
  unchecked?: PanelRecord['unchecked'];
  /** whether the shop may be learned from this page in a moment */
  isLearning?: boolean;
  /** set by the panel: called when something was learned, or nothing will be for now */
  onLearned?: () => void;
  /** looks for the shop on this page, unless it is known */
  look?: () => void;
  /** imports the reader of pages */
  read?: () => Promise<Reader>;
  /** the directory under which the shop of this panel is remembered, where that is not `panelPath` */
  shopPath?: string;
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
  /** whether it is a form in the flow of a page, which the page's shop, its tag and its text have no part in */
  isInline?: true;
  /** `data-lang` */
  lang?: string | undefined;
  /** unread replies, as the badge says */
  unread?: UnreadReplies | null;
  /** set by the panel: called when `unread` may have changed */
  onUnread?: () => void;
  /** shows the badge from now on, or what has changed of it */
  watch?: () => void;
  /** `data-token`: a signed identity of the shop */
  token?: string | undefined;
}

/** The state of one page while the panel is in it. In memory only, never in storage. */
export interface PageSession {
  /** a signed identity of the shop, good for one exchange: `data-token`, or the argument of `identify` */
  token?: string | undefined;
  /** the shop's session while one is open */
  session?: string;
  /** the shop of that session, as it is registered */
  shop?: { supportNumber: string; installUrl: string };
  /** whether the drawer was opened: nothing is signed before */
  isOpened?: boolean;
  /** values that the page adds to the diagnostics, by name */
  context: Record<string, string>;
  /** the page has called `destroy`: nothing is shown or requested any more */
  isOver?: true;
}
