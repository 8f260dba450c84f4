import { createModel, signal } from '@preact/signals';
import { DeskEvent, followDeskEvents } from '../../src/contract/desk/follow-events.ts';

/** The least time between two reads caused by events, in milliseconds. */
export const PAUSE_MS = 1000;

/** The time between two reads without a stream, in milliseconds. */
export const POLL_MS = 30_000;

export interface LiveDeps {
  /** an event of a ticket, or a change of presence */
  onEvent: (event: DeskEvent) => void;
  /** events may have been missed: everything must be read again */
  onReload: () => void;
  /** whether this page listens in the background, too: one of all pages does, and tells what happens */
  staysOn?: () => boolean;
  /** opens the stream; tests pass their own */
  open?: () => EventSource;
}

/**
 * The live events. When the stream breaks the browser reconnects by itself with the last id; when the service refuses
 * the stream we retry ourselves. Meanwhile, and in a hidden tab that does not
 * stay on, everything is read twice a minute.
 */
export const LiveModel = createModel(({ onEvent, onReload, staysOn = () => false, open }: LiveDeps) => {
  const state = signal<'connecting' | 'live' | 'lost'>('connecting');
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function connect(): void {
    source?.close();
    source = open ? open() : new EventSource(followDeskEvents.path);
    source.addEventListener('open', () => {
      // What happened before the stream opened is in no event.
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

  function refresh(): void {
    if (state.peek() === 'live') return;
    if (source?.readyState === EventSource.CLOSED) connect();
    onReload();
  }

  // A cut cable does not end a stream for minutes; the browser knows of it at once.
  function onCut(): void {
    if (!source) return;
    source.close();
    state.value = 'lost';
  }
  function onBack(): void {
    if (source) connect();
  }

  // A browser opens six connections to a host over HTTP/1.1: six background tabs would leave none for other requests.
  function onVisibility(): void {
    if (document.visibilityState === 'visible') {
      connect();
      onReload();
    } else if (!staysOn()) {
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
      timer ??= setInterval(refresh, POLL_MS);
    },
    /** Listens, if it does not: this page is the one that does so in the background. */
    wake() {
      if (timer === undefined || source) return;
      connect();
      onReload();
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
