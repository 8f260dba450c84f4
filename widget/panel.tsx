import type { Boot, PanelHandle } from './boot.ts';
import type { Extras, ExtrasDeps } from './extras.tsx';
import { hasFlag, setFlag } from './host-page/flags.ts';
import { PanelModel } from './models/panel-model.ts';
import { type Mounted, mount } from './mount.tsx';
import { openKeeper } from './outbox/keeper.ts';
import type { Room } from './room.ts';

/** Starts the panel in a page: brings back what was left, and says how to open it. */
export function start(boot: Boot): PanelHandle {
  const keeper = openKeeper();
  const loadRoom = (): Promise<Room | null> =>
    import('./my-tickets/open-room.tsx').then(
      (module) => module.default({ boot, keeper, announce }),
      () => null,
    );
  const model = new PanelModel({ boot, keeper, loadTransport, loadRareViews, loadRoom, loadExtras, announce });
  let mounted: Mounted | undefined;
  let launcher: HTMLElement | undefined;

  /**
   * Makes the drawer and brings back what earlier pages left, once. The drawer is made before it is asked for: while the
   * pointer rests on the entry there is time, after the press there is none.
   */
  function wake(): Mounted {
    if (!mounted) {
      mounted = mount(model, boot.theme, close);
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
    setFlag('open', boot.directory, isOpen);
    launcher?.setAttribute('aria-expanded', `${isOpen}`);
    announce(isOpen ? 'open' : 'close');
  }

  /** Answers are looked for while a ticket is followed that may get one. */
  function follow(): boolean {
    const isFollowed = hasFlag('followed', boot.directory);
    if (isFollowed)
      import('./badge/follow.ts').then(
        (module) => module.default(boot, keeper, model.prepareRoom),
        () => {},
      );
    return isFollowed;
  }

  function loadExtras(deps: Pick<ExtrasDeps, 'draft' | 'edit' | 'facts'>): Promise<Extras | null> {
    return import('./extras.tsx').then(
      ({ openExtras }) => openExtras({ ...deps, api: boot.api, keeper, faults }),
      () => null,
    );
  }

  // Kept from now on, and shown only to who asks for it: nothing of the page is changed, it is merely listened to.
  const faults: Event[] = [];
  for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => faults.push(event));

  addEventListener('online', model.resume);
  // A page that only counts answers asks for nothing else.
  if (!follow() || hasFlag('outbox', boot.directory)) wake();

  return {
    open(prefill) {
      if (prefill) model.prefill(prefill);
      show(true);
    },
    close,
    identify(token) {
      boot.token = token;
    },
    restore(left) {
      setTimeout(() => {
        if (mounted?.isOpen()) return;
        launcher = left;
        show(false);
      });
    },
    toggle(pressed) {
      launcher = pressed;
      if (mounted?.isOpen()) close();
      else show(true);
    },
  };
}

/** Downloads a part of the panel once; a download that failed is tried again at the next call. */
function part<T>(load: () => Promise<{ default: T }>): () => Promise<T | null> {
  let loading: Promise<T | null> | undefined;
  return () => {
    loading ??= load().then(
      (module) => module.default,
      () => {
        loading = undefined;
        return null;
      },
    );
    return loading;
  };
}

const loadTransport = part(() => import('./transport.ts'));
const loadRareViews = part(() => import('./rare-views.ts'));

/** Tells the page what happens, without telling it what was written. */
function announce(event: string, detail?: unknown): void {
  dispatchEvent(new CustomEvent(`sgpomoc:${event}`, { detail }));
}
