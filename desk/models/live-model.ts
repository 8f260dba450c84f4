import { createModel, signal } from '@preact/signals';
import { DeskEvent, followDeskEvents } from '../../src/contract/desk/follow-events.ts';

/** Between two looks while nothing is heard, in milliseconds. */
export const LOOK_MS = 30_000;

export interface LiveDeps {
  /** something happened to a ticket, or somebody came to it or left */
  onEvent: (event: DeskEvent) => void;
  /** whatever may have happened: everything is to be read anew */
  onReload: () => void;
  /** opens the stream; tests hand in their own */
  open?: () => EventSource;
}

/**
 * What happens, as it happens. The browser comes back by itself when the line breaks and says what it heard last; when the
 * service refuses the line we come again ourselves. Until then, and in a tab nobody sees, everything is looked at twice a minute.
 */
export const LiveModel = createModel(({ onEvent, onReload, open }: LiveDeps) => {
  const state = signal<'connecting' | 'live' | 'lost'>('connecting');
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function connect(): void {
    source?.close();
    source = open ? open() : new EventSource(followDeskEvents.path);
    source.addEventListener('open', () => {
      // What happened before the line stood is in no event.
      if (state.peek() === 'lost') onReload();
      state.value = 'live';
    });
    source.addEventListener('error', () => {
      state.value = 'lost';
    });
    source.addEventListener('reload', onReload);
    source.addEventListener('message', ({ data }) => {
      const event = DeskEvent.safeParse(parseJson(data));
      if (event.success) onEvent(event.data);
    });
  }

  function look(): void {
    if (state.peek() === 'live') return;
    if (source?.readyState === EventSource.CLOSED) connect();
    onReload();
  }

  // A cut cable ends no line by itself for minutes; the browser knows of it at once.
  function onCut(): void {
    if (!source) return;
    source.close();
    state.value = 'lost';
  }
  function onBack(): void {
    if (source) connect();
  }

  // A browser keeps six lines to a host over HTTP/1.1: six tabs in the background would leave none for anything else.
  function onVisibility(): void {
    if (document.visibilityState === 'visible') {
      connect();
      onReload();
    } else {
      source?.close();
      source = null;
      state.value = 'connecting';
    }
  }

  return {
    state,
    start() {
      connect();
      document.addEventListener('visibilitychange', onVisibility);
      addEventListener('offline', onCut);
      addEventListener('online', onBack);
      timer ??= setInterval(look, LOOK_MS);
    },
    stop() {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('offline', onCut);
      removeEventListener('online', onBack);
      source?.close();
      source = null;
      clearInterval(timer);
      timer = undefined;
      state.value = 'connecting';
    },
  };
});

export type LiveModel = InstanceType<typeof LiveModel>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
