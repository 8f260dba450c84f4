import { host } from '../../../browser/host.ts';
import { CallError } from './call-error.ts';

/** Events that a page can listen for; on `window` each has the prefix `sgpomoc:`. */
const EVENTS = ['ready', 'open', 'close', 'ticket-created', 'reply', 'error'];

type Listener = (detail: unknown) => void;

/** The handler of each function of the page: the same one for all events, of which a window keeps it once each. */
const handlers = new WeakMap<Listener, (event: Event) => void>();

/** Ends all of them. */
let end = new AbortController();

/**
 * Calls a function at each event of a name, with its detail. `ready` has happened already, so it is also called at
 * once.
 */
export function listen(name: unknown, listener: unknown): void {
  const [event, call] = checked(name, listener);
  const handle = handlers.get(call) ?? ((sent: Event) => call((sent as CustomEvent).detail));
  handlers.set(call, handle);
  host.addEventListener(`sgpomoc:${event}`, handle, { signal: end.signal });
  if (event === 'ready') call(undefined);
}

/** The same for the next event only; `ready` has happened already, so nothing follows. */
export function listenOnce(name: unknown, listener: unknown): void {
  const [event, call] = checked(name, listener);
  if (event === 'ready') call(undefined);
  else {
    listen(event, call);
    // Registered later, so it runs after the listener.
    host.addEventListener(`sgpomoc:${event}`, () => unlisten(event, call), { once: true });
  }
}

/** Removes a listener; an unknown function changes nothing. */
export function unlisten(name: unknown, listener: unknown): void {
  const [event, call] = checked(name, listener);
  const handle = handlers.get(call);
  if (handle) host.removeEventListener(`sgpomoc:${event}`, handle);
}

/** Removes all listeners. */
export function unlistenAll(): void {
  end.abort();
  end = new AbortController();
}

function checked(name: unknown, listener: unknown): [event: string, listener: Listener] {
  if (!EVENTS.includes(name as string)) throw new CallError('unknown-event', `Events: ${EVENTS.join(', ')}`);
  if (typeof listener !== 'function') throw new CallError('invalid-argument', "on('open', function)");
  return [name as string, listener as Listener];
}
