import { effect } from '@preact/signals';
import { host } from '../browser/host.ts';
import { createPart } from './chunks/create-part.ts';
import { afterFrame } from './drawer/after-frame.ts';
import { type Mounted, mount } from './drawer/mount.tsx';
import { PanelModel } from './drawer/panel-model.ts';
import type { EmbedConfig, PageSession } from './host-page/embed-config.ts';
import { hasFlag, setFlag } from './host-page/flags.ts';
import { openWidgetStore } from './outbox/widget-store.ts';
import type { Assemble, Panel, PanelHandle } from './panel.ts';

/** What is needed later than the form. */
const later = () => import('./chunks/later-chunk.ts').then((module) => module.default);

const assemble: Assemble = (config, page, store, faults) => {
  const parts = {
    sending: createPart(() => import('./chunks/sending-chunk.ts').then((module) => module.default)),
    lazyViews: createPart(later),
    // One instance only: two would both send the unsent replies.
    myTickets: createPart(async () => (await later()).openMyTickets({ config, page, store, announce })),
    attachments: createPart(async () =>
      (await later()).attachments.openAttachments({ config, page, store, faults, panel }),
    ),
  };
  const panel: Panel = new PanelModel({ config, page, store, announce, ...parts });
  effect(() => {
    if (panel.route.value) parts.myTickets.load();
  });
  return { panel, parts };
};

/** Starts the panel in a page and restores the state of earlier pages. @returns its interface for the loader */
export function start(config: EmbedConfig): PanelHandle {
  const { panelPath, token } = config;
  const page: PageSession = { token, context: {} };
  const store = openWidgetStore();
  // Recorded from now on, and shown only in the diagnostics that a person asks for. The page itself is not changed.
  const faults: Event[] = [];
  for (const type of ['error', 'unhandledrejection']) host.addEventListener(type, (event) => faults.push(event));

  const { panel, parts } = assemble(config, page, store, faults);
  config.onUnread = () => {
    panel.unread.value = config.unread ?? null;
  };
  config.onUnread();
  // From the first ticket on this browser looks for replies, also while the drawer stays open.
  host.addEventListener('sgpomoc:ticket-created', () => config.watch?.());
  let mounted: Mounted | undefined;
  let launcher: HTMLElement | undefined;

  /**
   * Creates the drawer and restores the state of earlier pages, once. This happens while the pointer rests on the entry,
   * so that a press opens the drawer at once.
   */
  function mountOnce(): Mounted {
    if (!mounted) {
      mounted = mount({ panel, parts }, config, close);
      afterFrame().then(panel.restore);
    }
    return mounted;
  }

  function show(isAskedFor: boolean): void {
    page.isOpened = true;
    mountOnce().show(isAskedFor);
    notifyOpen(true);
  }

  /** @param pressed on its own button, which some browsers do not focus: then the entry gets the focus in any case */
  function close(pressed?: unknown): void {
    if (!mounted?.isOpen()) return;
    mounted.hide(launcher, pressed);
    notifyOpen(false);
  }

  function notifyOpen(isOpen: boolean): void {
    setFlag('open', panelPath, isOpen && (panel.route.peek() || '1'));
    launcher?.setAttribute('aria-expanded', `${isOpen}`);
    announce(isOpen ? 'open' : 'close');
  }

  host.addEventListener('online', panel.resume);
  if (hasFlag('replies', panelPath)) parts.myTickets.load();
  mountOnce();

  function toggle(pressed?: HTMLElement): void {
    launcher = pressed;
    if (mounted?.isOpen()) close();
    else {
      const unread = panel.unread.peek();
      if (unread) panel.navigate(unread.route);
      show(true);
    }
  }

  announce('ready');
  return {
    call: (call) =>
      import('./features/page-api/commands.ts').then((module) =>
        module.default(
          {
            config,
            page,
            store,
            panel,
            assemble,
            show,
            close,
            toggle,
            hide: () => mounted?.hide(),
            isOpen: () => Boolean(mounted?.isOpen()),
          },
          [...call],
        ),
      ),
    restore(pressed) {
      setTimeout(() => {
        if (mounted?.isOpen()) return;
        launcher = pressed ?? undefined;
        const route = hasFlag('open', panelPath); // readable, as the flag was just read
        if (route?.[1]) panel.navigate(route);
        show(false);
      });
    },
    toggle,
  };
}

/** Dispatches an event for the page. It never carries a text that a person wrote. */
function announce(event: string, detail?: unknown): void {
  host.dispatchEvent(new CustomEvent(`sgpomoc:${event}`, { detail }));
}

// A realm of our own hands it to the loader in the page by its window.
if (host !== globalThis) Object.assign(globalThis, { start });
