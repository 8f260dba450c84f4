import { host } from '../../../browser/host.ts';
import { CallError } from './call-error.ts';

/** Events that a page can listen for; on `window` each has the prefix `sgpomoc:`. */
const EVENTS = ['ready', 'open', 'close', 'ticket-created', 'reply', 'error'];

type Listener = (detail: unknown) => void;

/** The registered handlers for each function of the page, by event. */
const handlers = new Map<string, Map<Listener, (event: Event) => void>>();

/**
 * Calls a function at each event of a name, with its detail. `ready` has happened already, so it is also called at
 * once.
 */
export function listen(name: unknown, listener: unknown): void {
  const [event, call] = checked(name, listener);
  const ofEvent = handlers.get(event) ?? new Map<Listener, (event: Event) => void>();
  handlers.set(event, ofEvent);
  if (ofEvent.has(call)) return;
  const handle = (sent: Event) => call((sent as CustomEvent).detail);
  ofEvent.set(call, handle);
  host.addEventListener(`sgpomoc:${event}`, handle);
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
  const handle = handlers.get(event)?.get(call);
  if (!handle) return;
  host.removeEventListener(`sgpomoc:${event}`, handle);
  handlers.get(event)?.delete(call);
}

/** Removes all listeners. */
export function unlistenAll(): void {
  for (const [event, ofEvent] of handlers) {
    for (const handle of ofEvent.values()) host.removeEventListener(`sgpomoc:${event}`, handle);
  }
  handlers.clear();
}

function checked(name: unknown, listener: unknown): [event: string, listener: Listener] {
  if (!EVENTS.includes(name as string)) throw new CallError('unknown-event', `Events: ${EVENTS.join(', ')}`);
  if (typeof listener !== 'function') throw new CallError('invalid-argument', "on('open', function)");
  return [name as string, listener as Listener];
}
