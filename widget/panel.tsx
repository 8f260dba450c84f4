import type { Boot, PanelHandle } from './boot.ts';
import type { Extras, ExtrasDeps } from './extras.tsx';
import { setFlag } from './host-page/flags.ts';
import { PanelModel } from './models/panel-model.ts';
import { type Mounted, mount } from './mount.tsx';
import { openKeeper } from './outbox/keeper.ts';
import type { Transport } from './transport.ts';

/** Starts the panel in a page: brings back what was left, and says how to open it. */
export function start(boot: Boot): PanelHandle {
  const keeper = openKeeper();
  const model = new PanelModel({ boot, keeper, loadTransport, loadExtras, announce });
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
  model.restore();

  return {
    open(prefill) {
      if (prefill) model.prefill(prefill);
      show(true);
    },
    close,
    restore() {
      setTimeout(() => mounted || show(false));
    },
    toggle(pressed) {
      launcher = pressed;
      if (mounted?.isOpen()) close();
      else show(true);
    },
  };
}

let loading: Promise<Transport | null> | undefined;

/** A download that failed is tried again at the next call. */
function loadTransport(): Promise<Transport | null> {
  loading ??= import('./transport.ts').then(
    (module) => module.default,
    () => {
      loading = undefined;
      return null;
    },
  );
  return loading;
}

/** Tells the page what happens, without telling it what was written. */
function announce(event: string, detail?: unknown): void {
  dispatchEvent(new CustomEvent(`sgpomoc:${event}`, { detail }));
}
