import { effect } from '@preact/signals';
import { createPart } from './chunks/create-part.ts';
import { type Mounted, mount } from './drawer/mount.tsx';
import { PanelModel } from './drawer/panel-model.ts';
import type { Boot, PanelHandle } from './host-page/embed-config.ts';
import { hasFlag, placeLeft, setFlag } from './host-page/flags.ts';
import { openWidgetStore } from './outbox/widget-store.ts';
import type { Panel } from './panel.ts';

/** Starts the panel in a page: brings back what was left, and says how to open it. */
export function start(boot: Boot): PanelHandle {
  const store = openWidgetStore();
  // Kept from now on, and shown only to who asks for it: nothing of the page is changed, it is merely listened to.
  const faults: Event[] = [];
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => faults.push(event));

  const parts = {
    sending: createPart(() => import('./chunks/sending-chunk.ts').then((module) => module.default)),
    lazyViews: createPart(() => import('./chunks/lazy-views.ts').then((module) => module.default)),
    // Opened twice, each would send what waits in a thread.
    myTickets: createPart(() =>
      import('./features/my-tickets/my-tickets.tsx').then((module) => module.default({ boot, store, announce })),
    ),
    attachments: createPart(() =>
      import('./features/attachments/attachments.tsx').then((module) => {
        const { draft, edit, shop } = panel;
        return module.openAttachments({ boot, store, faults, draft, edit, facts: () => shop.facts.peek() });
      }),
    ),
  };
  const panel: Panel = new PanelModel({ boot, store, announce, ...parts });
  effect(() => {
    if (panel.place.value) parts.myTickets.load();
  });
  let mounted: Mounted | undefined;
  let launcher: HTMLElement | undefined;

  /**
   * Makes the drawer and brings back what earlier pages left, once. The drawer is made before it is asked for: while the
   * pointer rests on the entry there is time, after the press there is none.
   */
  function wake(): Mounted {
    if (!mounted) {
      mounted = mount({ panel, parts }, boot, close);
      setTimeout(panel.restore);
    }
    return mounted;
  }

  function show(isAskedFor: boolean): void {
    wake().show(isAskedFor);
    tell(true);
  }

  function close(): void {
    if (!mounted?.isOpen()) return;
    mounted.hide();
    tell(false);
    launcher?.focus();
    follow();
  }

  function tell(isOpen: boolean): void {
    setFlag('open', boot.directory, isOpen && (panel.place.peek() || '1'));
    launcher?.setAttribute('aria-expanded', `${isOpen}`);
    announce(isOpen ? 'open' : 'close');
  }

  /** Answers are looked for while a ticket is followed that may get one. */
  function follow(): boolean {
    const isFollowed = hasFlag('followed', boot.directory);
    if (isFollowed)
      import('./features/badge/poll-unread.ts').then(
        (module) => module.default(boot, store, panel, parts.myTickets),
        () => {},
      );
    return isFollowed;
  }

  addEventListener('online', panel.resume);
  // A page that only counts answers asks for nothing else.
  if (!follow() || hasFlag('outbox', boot.directory)) wake();

  function toggle(pressed?: HTMLElement): void {
    launcher = pressed;
    if (mounted?.isOpen()) close();
    else {
      const news = panel.news.peek();
      if (news) panel.go(news.to);
      show(true);
    }
  }

  announce('ready');
  return {
    call: (call) =>
      import('./features/page-api/commands.ts').then((module) =>
        module.default({ boot, store, panel, show, close, toggle, hide: () => mounted?.hide() }, [...call]),
      ),
    restore(left) {
      setTimeout(() => {
        if (mounted?.isOpen()) return;
        launcher = left;
        const place = placeLeft(boot.directory); // readable: the flag was just read
        if (place[1]) panel.go(place);
        show(false);
      });
    },
    toggle,
  };
}

/** Tells the page what happens, without telling it what was written. */
function announce(event: string, detail?: unknown): void {
  dispatchEvent(new CustomEvent(`sgpomoc:${event}`, { detail }));
}
