import type { LoaderSettings } from '../src/contract/loader-settings.ts';
import type * as Badge from './features/badge/watch-unread.ts';
import type { EmbedConfig } from './host-page/embed-config.ts';
import type { Facts } from './host-page/facts.ts';
import { hasFlag } from './host-page/flags.ts';
import type * as Importer from './host-page/import-file.ts';
import { type PanelRecord, recallShop } from './host-page/known-shop.ts';
import { findLauncher, launcherAt, makeOperable, validSelector } from './host-page/launcher.ts';
import { findTag } from './host-page/tag.ts';
import { watchPage } from './host-page/watch-page.ts';
import type { Call, PanelHandle } from './panel.ts';

/** Written in by the build: the panel's file by its language, and the one that imports it, of the same build as this loader. */
declare const __PANEL_IN__: (language: string | undefined) => string;
declare const __IMPORTER__: string;

/** The badge's file, of the same build. */
declare const __BADGE__: string;

/** A page that is never idle gets its entry after this time, in milliseconds; without the function as well. */
const IDLE_WITHIN = { timeout: 1000 };

/** Written in by the server, so that the ways to us are known without it. */
declare const __SETTINGS__: LoaderSettings;

interface PageGlobal {
  (...call: unknown[]): Promise<unknown>;
  /** calls that the page's stub has queued */
  q?: Call[];
  /** how many tags the page has: the first one counts */
  tags?: number;
  /** the root of the document that the script is at work in */
  root?: Element;
}

/** `document.open()` takes every listener away and leaves globals and observers: the next copy begins anew. */
const root = document.documentElement;

const page = window as unknown as { SGPomoc?: PageGlobal };

/** The page's stub, or an earlier copy of this script; an element of the page that is called so is neither. */
const stub: Partial<PageGlobal> = typeof page.SGPomoc === 'function' ? page.SGPomoc : {};

if (stub.tags && stub.root === root) stub.tags++;
else start();

function start(): void {
  const { origin, attributes } = findTag();
  const given = validSelector(attributes.launcher);

  /** The selector of the entry; `destroy` wants none. */
  const selector = () => (attributes.launcher === 'none' ? 'none' : given);

  let loading: Promise<PanelHandle> | undefined;
  let isPressed = false;
  let isOurs = false;

  /** A browser never repeats a failed import for the life of a page, except by another address. */
  let again = '';

  const importer = (): Promise<typeof Importer> => import(/* @vite-ignore */ `${origin}/${__IMPORTER__}${again}`);

  /** The shop of the tag, or what is known of this panel: never of both, as a page could complete what a tag leaves out. */
  const config: EmbedConfig & LoaderSettings & Pick<PanelRecord, 'unchecked'> = {
    ...attributes,
    ...__SETTINGS__,
    launcher: given,
    ...recallShop(location.pathname),
    ...(attributes.supportNumber && { standing: 'tag' }),
    api: origin,
    look,
    watch,
    isLearning: true,
  };

  function load(): Promise<PanelHandle> {
    if (!loading) {
      const file = __PANEL_IN__(attributes.lang);
      // Beside the file that tells whether the page is as the browser made it. Nothing has started yet, if it is not.
      const here = import(/* @vite-ignore */ `${origin}/${file}`).catch(() => {});
      loading = importer().then((loaded) => loaded.startPanel(config, file, here));
      loading.catch(() => {
        loading = undefined;
        again += '?';
      });
    }
    return loading;
  }

  /** Loads without a press: if it fails, a press tries again and shows the failure. */
  function preload(then?: (panel: PanelHandle) => unknown): void {
    load().then(then, () => {});
  }

  /** Shows unread replies and the sign of an advisory, without the panel: every page of a panel that signs asks. The badge then takes this over. */
  function watch(): void {
    // Where a page has a `fetch` of its own, the badge asks with another one, as the panel does.
    const badge: Promise<typeof Badge> = /h\(\) {\s+\[/.test(`${fetch}`)
      ? import(/* @vite-ignore */ `${origin}/${__BADGE__}${again}`)
      : importer().then((loaded) => loaded.importFile<typeof Badge>(__BADGE__));
    badge.then(({ start }) => start(config, preload)).catch(() => {});
  }

  /**
   * When the panel cannot be loaded: an e-mail with the shop's facts filled in.
   * @param why a sentence where the browser is too old; otherwise whatever was thrown
   */
  function offerEmail(why: string | Error): void {
    const { email, phone } = config;
    const { supportNumber = '', installUrl = '' }: Facts = attributes.supportNumber ? attributes : config.facts;
    const facts = `Numer pomocy: ${supportNumber}\nAdres sklepu: ${installUrl}\n\n`;
    if (
      confirm(
        `${(why as string).big ? why : 'Pomoc online nie odpowiada.'} ${phone && `Awaria: ${phone}. `}Kontakt: ${email}?`,
      )
    ) {
      location.href = `mailto:${email}?subject=Pomoc%20online&body=${encodeURIComponent(facts)}`;
    }
  }

  /** A second press while the panel is still loading must not close it again. */
  function press(launcher: HTMLElement): void {
    if (isPressed) return;
    isPressed = true;
    load()
      .then((panel) => panel.toggle(launcher))
      .catch(offerEmail)
      .then(() => {
        isPressed = false;
      });
  }

  /** Has the shop learned while it is not known, if this page has a label or an earlier release remembered something. */
  function look(): void {
    const { standing } = config;
    if (standing && standing !== 'lost') return;
    importer().then(
      (loaded) => loaded.learnShop(config, recallShop),
      () => {
        config.isLearning = false; // the panel, which the same file starts, is not there yet
      },
    );
  }

  /** In the capture phase at the window, before the panel's own handlers: its entry now opens this help. */
  function onEvent(event: Event): void {
    const launcher = launcherAt(event.target as Node, selector());
    if (!launcher) return;
    const { key } = event as KeyboardEvent;
    if (event.type === 'click' || ((key === 'Enter' || key === ' ') && !launcher.matches('a[href],button'))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      press(launcher);
    } else if (!key) preload();
  }

  /** What draws ours did not come: a plain button offers the e-mail, or tries again. */
  function drawPlain(): void {
    isOurs = false;
    again += '?';
    const button = document.createElement('button');
    button.dataset.pomocOnline = '';
    button.textContent = 'Pomoc online';
    button.style.cssText = 'position:fixed;right:20px;bottom:20px';
    root.appendChild(button);
  }

  /** Keeps an entry in the page and has the shop learned, whenever the page has changed. */
  function lookAround(): void {
    if (root !== document.documentElement) return;
    look();
    const entry = findLauncher(document, selector());
    if (entry) makeOperable(entry);
    // Where the page has none of its own, and from then on, as its own may come and go.
    isOurs = isOurs || (!entry && selector() !== 'none');
    if (isOurs) importer().then((loaded) => loaded.keepEntry(selector(), attributes.position), drawPlain);
  }

  function findEntry(): void {
    lookAround();
    const { panelPath } = config;
    const isLeftOpen = hasFlag('open', panelPath);
    if (isLeftOpen || hasFlag('outbox', panelPath))
      preload((panel) => isLeftOpen && panel.restore(findLauncher(document, selector())));
    if (attributes.tokenUrl || hasFlag('followed', panelPath) || config.advisory) watch();
    watchPage(lookAround);
  }

  const call: PageGlobal = (...call) => importer().then((loaded) => loaded.execute(call, config, load));
  call.tags = 1;
  call.root = root;
  page.SGPomoc = call;
  for (const queued of stub.q || []) call(...queued).catch(() => {});

  // `pointerover` comes before `touchstart` when a finger lands, so it covers both.
  for (const type of 'pointerover focusin click keydown'.split(' ')) addEventListener(type, onEvent, true);
  // The whole page is looked at. A press does not wait for that: a script of the page may hang.
  const begin = () => (window.requestIdleCallback || setTimeout)(findEntry, IDLE_WITHIN as never);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
