import type { Boot, PanelHandle } from './boot.ts';
import type { Extras, ExtrasDeps } from './extras.tsx';
import { hasFlag, placeLeft, setFlag } from './host-page/flags.ts';
import { PanelModel } from './models/panel-model.ts';
import { type Mounted, mount } from './mount.tsx';
import { openWidgetStore } from './outbox/widget-store.ts';
import type { Room } from './room.ts';

/** Starts the panel in a page: brings back what was left, and says how to open it. */
export function start(boot: Boot): PanelHandle {
  const store = openWidgetStore();
  // Two rooms would each send what waits in a thread.
  const loadRoom = part<Room>(() =>
    import('./my-tickets/open-room.tsx').then((module) => module.default({ boot, store, announce })),
  );
  const model = new PanelModel({ boot, store, loadTransport, loadRareViews, loadRoom, loadExtras, announce });
  let mounted: Mounted | undefined;
  let launcher: HTMLElement | undefined;

  /**
   * Makes the drawer and brings back what earlier pages left, once. The drawer is made before it is asked for: while the
   * pointer rests on the entry there is time, after the press there is none.
   */
  function wake(): Mounted {
    if (!mounted) {
      mounted = mount(model, boot, close);
      setTimeout(model.restore);
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
    setFlag('open', boot.directory, isOpen && (model.place.peek() || '1'));
    launcher?.setAttribute('aria-expanded', `${isOpen}`);
    announce(isOpen ? 'open' : 'close');
  }

  /** Answers are looked for while a ticket is followed that may get one. */
  function follow(): boolean {
    const isFollowed = hasFlag('followed', boot.directory);
    if (isFollowed)
      import('./badge/follow.ts').then(
        (module) => module.default(boot, store, model),
        () => {},
      );
    return isFollowed;
  }

  function loadExtras(deps: Pick<ExtrasDeps, 'draft' | 'edit' | 'facts'>): Promise<Extras | null> {
    return import('./extras.tsx').then(
      (module) => module.openExtras({ ...deps, boot, store, faults }),
      () => null,
    );
  }

  // Kept from now on, and shown only to who asks for it: nothing of the page is changed, it is merely listened to.
  const faults: Event[] = [];
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => faults.push(event));

  addEventListener('online', model.resume);
  // A page that only counts answers asks for nothing else.
  if (!follow() || hasFlag('outbox', boot.directory)) wake();

  function toggle(pressed?: HTMLElement): void {
    launcher = pressed;
    if (mounted?.isOpen()) close();
    else {
      const news = model.news.peek();
      if (news) model.go(news.to);
      show(true);
    }
  }

  announce('ready');
  return {
    call: (call) =>
      import('./page-calls/answer-call.ts').then((module) =>
        module.default({ boot, store, model, show, close, toggle, hide: () => mounted?.hide() }, [...call]),
      ),
    restore(left) {
      setTimeout(() => {
        if (mounted?.isOpen()) return;
        launcher = left;
        const place = placeLeft(boot.directory); // readable: the flag was just read
        if (place[1]) model.go(place);
        show(false);
      });
    },
    toggle,
  };
}

/** Downloads and opens a part of the panel once, however many ask; a download that failed is tried again at the next call. */
function part<T>(load: () => Promise<T>): () => Promise<T | null> {
  let loading: Promise<T | null> | undefined;
  return () => {
    loading ??= load().catch(() => {
      loading = undefined;
      return null;
    });
    return loading;
  };
}

const loadTransport = part(() => import('./transport.ts').then((module) => module.default));
const loadRareViews = part(() => import('./rare-views.ts').then((module) => module.default));

/** Tells the page what happens, without telling it what was written. */
function announce(event: string, detail?: unknown): void {
  dispatchEvent(new CustomEvent(`sgpomoc:${event}`, { detail }));
}
