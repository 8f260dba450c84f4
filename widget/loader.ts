import type { EmbedConfig } from './host-page/embed-config.ts';
import { FACTS, toLines } from './host-page/facts.ts';
import { hasFlag } from './host-page/flags.ts';
import { drawLauncher, findLauncher, launcherAt, makeOperable } from './host-page/launcher.ts';
import { readFacts } from './host-page/read-facts.ts';
import { recallFacts, rememberFacts } from './host-page/remember-facts.ts';
import type { Call, PanelHandle } from './panel.ts';

/** Written in by the build: the panel's file in each language, of the same build as this loader. */
declare const __PANEL_PL__: string;
declare const __PANEL_EN__: string;

const AUTO = 'auto';

/** Written in by the server, so that the e-mail fallback works without it. */
const EMAIL = '__SUPPORT_EMAIL__';

const page = window as unknown as { SGPomoc?: { (...call: unknown[]): unknown; q?: Call[]; on?: true } };

/** The page's stub that has queued calls, or an earlier copy of this script. */
const stub: { q?: Call[]; on?: true } = page.SGPomoc || {};

let tag = document.currentScript as HTMLScriptElement | null;

/** An element named `currentScript` shadows the real one, hence the fallback. */
if (!tag || tag.nodeName !== 'SCRIPT') tag = document.querySelector('script[src*="/pomoc.js"]');

if (tag && !stub.on) start(tag);

function start({ src, dataset }: HTMLScriptElement): void {
  let config: EmbedConfig | undefined;
  let loading: Promise<PanelHandle> | undefined;
  let isPressed = false;

  /** Wait for the whole page: half of it may lack the number. */
  const parsed = new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
    else resolve(0);
  });

  /** The facts from the tag, this page, or an earlier page of this panel. A page is read once. */
  function prepare(): EmbedConfig {
    if (config) return config;
    const found = readFacts(document.body);
    rememberFacts(location.pathname, found);
    const known = recallFacts(location.pathname);
    for (const fact of FACTS) known.facts[fact] = dataset[fact] || found[fact] || known.facts[fact];
    const api = new URL(dataset.api || src).origin;
    config = { launcher: AUTO, ...dataset, api, email: EMAIL, ...known };
    return config;
  }

  function load(): Promise<PanelHandle> {
    if (!loading) {
      const file = new URL(dataset.lang === 'en' ? __PANEL_EN__ : __PANEL_PL__, src).href;
      // Fetched first: Chromium never retries a failed import for the life of the page.
      loading = fetch(file)
        .then((answer) => answer.ok && import(/* @vite-ignore */ file))
        .then((panel) => parsed.then(() => panel.start(prepare())));
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  }

  /** Loads without a press: if it fails, a press tries again and shows the failure. */
  function preload(then?: (panel: PanelHandle) => unknown): void {
    load().then(then, () => {});
  }

  /** For old browsers, and when the panel cannot be loaded: an e-mail with the shop's facts filled in. */
  function offerEmail(): void {
    const body = encodeURIComponent(`${toLines(prepare().facts)}\n\n`);
    if (confirm(`Pomoc online nie odpowiada. Kontakt: ${EMAIL}?`)) {
      location.href = `mailto:${EMAIL}?body=${body}`;
    }
  }

  /** A second press while the panel is still loading must not close it again. */
  async function press(launcher: HTMLElement): Promise<void> {
    if (isPressed) return;
    isPressed = true;
    try {
      if (!('popover' in launcher)) throw 0; // of all features the panel needs, every browser got this one last
      (await load()).toggle(launcher);
    } catch {
      offerEmail();
    }
    isPressed = false;
  }

  /** In the capture phase at the window, before the panel's own handlers: its entry now opens this help. */
  function onEvent(event: Event): void {
    const launcher = event.target instanceof Element && launcherAt(event.target, dataset.launcher || AUTO);
    if (!launcher) return;
    const { key } = event as KeyboardEvent;
    if (event.type === 'click' || ((key === 'Enter' || key === ' ') && !launcher.matches('a[href],button'))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      press(launcher);
    } else if (!key) preload();
  }

  function findEntry(): void {
    const selector = dataset.launcher || AUTO;
    const launcher =
      findLauncher(document, selector) || (selector === AUTO ? drawLauncher(dataset.position) : undefined);
    if (launcher) makeOperable(launcher);
    const { panelPath } = prepare();
    const isLeftOpen = hasFlag('open', panelPath);
    if (isLeftOpen || hasFlag('outbox', panelPath) || hasFlag('followed', panelPath))
      preload((panel) => isLeftOpen && panel.restore(launcher));
  }

  page.SGPomoc = (...call) => load().then((panel) => panel.call(call));
  page.SGPomoc.on = true;
  for (const call of stub.q || []) preload((panel) => panel.call(call));

  // `pointerover` comes before `touchstart` when a finger lands, so it covers both.
  for (const type of 'pointerover focusin click keydown'.split(' ')) addEventListener(type, onEvent, true);
  parsed.then(() => (window.requestIdleCallback || setTimeout)(findEntry));
}
