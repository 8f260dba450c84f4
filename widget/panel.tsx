import type { Boot, PanelHandle } from './boot.ts';
import { setFlag } from './host-page/flags.ts';
import { PanelModel } from './models/panel-model.ts';
import { type Mounted, mount } from './mount.tsx';
import { openKeeper } from './outbox/keeper.ts';

/** Starts the panel in a page: brings back what was left, and says how to open it. */
export function start(boot: Boot): PanelHandle {
  const model = new PanelModel({ boot, keeper: openKeeper(), loadTransport, loadRareViews, announce });
  let mounted: Mounted | undefined;
  let launcher: HTMLElement | undefined;

  function show(isAskedFor: boolean): void {
    mounted ??= mount(model, boot.theme, close);
    mounted.show(isAskedFor);
    tell(true);
  }

  function close(): void {
    if (!mounted?.isOpen()) return;
    mounted.hide();
    tell(false);
    launcher?.focus();
  }

  function tell(isOpen: boolean): void {
    setFlag('open', boot.directory, isOpen);
    launcher?.setAttribute('aria-expanded', `${isOpen}`);
    announce(isOpen ? 'open' : 'close');
  }

  addEventListener('online', model.resume);
  model.restore();

  return {
    open(prefill) {
      if (prefill) model.prefill(prefill);
      show(true);
    },
    close,
    restore(left) {
      setTimeout(() => {
        if (mounted) return;
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
