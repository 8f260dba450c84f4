import type { DeskEvent } from '../contract/desk/follow-events.ts';
import { type Telling, whoIsTold } from '../policy/who-is-told.ts';
import { deskAuditAfter, newestAuditId } from '../store/audit.ts';
import type { Store } from '../store/open.ts';

/** How often the audit trail is polled while there are listeners, in milliseconds. */
const LOOK_MS = 500;

/** The most events sent to a listener at once; one that missed more reloads everything. */
const MOST = 200;

/**
 * PostgreSQL's ids may become visible out of order: an entry whose transaction took longer appears after a newer one.
 * So the last entries are read again, and those already sent are left out.
 */
const LOOK_BACK = 50;

/** What a listener gets: an event, with its id in the audit trail if it has one; or that it missed too much. */
export type Told = { id: number | null; event: FedEvent } | 'reload' | 'heartbeat';

/** An event before the desk's stream adds whether the office is open. */
type FedEvent = Omit<DeskEvent, 'told'> & { told?: Telling };

type FedRow = Awaited<ReturnType<typeof deskAuditAfter>>[number];

function toEvent({ action, actor, ticket_number, details, assignee_id }: FedRow): FedEvent {
  const told = whoIsTold({ action, actor, details: JSON.parse(details) }, assignee_id);
  return { actor, action, number: ticket_number, ...(told && { told }) };
}

interface Listener {
  /** tickets whose presence changed, not sent yet; never more than `MOST` */
  presence: Set<string>;
  /** true when the listener was so slow that some of these were dropped */
  hasMissed: boolean;
  /** wakes the listener, if it sleeps */
  wake: () => void;
}

/**
 * The events of tickets, blocks and alarms for every desk that listens. The audit trail is the only source: it is written in the
 * transaction of each change, by whatever process or command, so no event is missed, and a desk that reconnects
 * continues where it left. Of a listener only the last sent ids are kept: a slow one costs nothing.
 */
export class EventFeed {
  readonly #store: Store;
  readonly #listeners = new Set<Listener>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;
  /** A single poll serves all listeners; leaving and rejoining during a poll must not start another. */
  #isLooking = false;
  #isOver = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Announces that an agent came to, left or writes in a ticket. */
  tellPresence(number: string): void {
    for (const listener of this.#listeners) {
      listener.presence.add(number);
      if (listener.presence.size > MOST) {
        listener.presence.clear();
        listener.hasMissed = true;
      }
      listener.wake();
    }
  }

  /** Ends every listener: the service stops. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    for (const { wake } of this.#listeners) wake();
  }

  /** The id of the newest event: listen from here on, then read the list, and nothing is missed. */
  newest(): Promise<number> {
    return newestAuditId(this.#store);
  }

  /**
   * The events from now on, or after an id. Ends with the signal.
   * @param lastId the last id the listener got; null begins with now. An id beyond the trail was sent before an older
   * backup was restored: waiting for greater ids would be silent for days
   */
  async *listen(lastId: number | null, signal: AbortSignal, heartbeatMs: number): AsyncGenerator<Told> {
    const begin = await this.newest();
    let last = Math.min(lastId ?? begin, begin);
    if (lastId !== null && lastId > begin) yield 'reload';
    const heard = new Set<number>();
    for (const { id } of await this.#entriesAround(last)) if (id <= last) heard.add(id);
    const listener: Listener = { presence: new Set(), hasMissed: false, wake: () => {} };
    this.#listeners.add(listener);
    if (!this.#isLooking) void this.#look();
    try {
      while (!signal.aborted && !this.#isOver) {
        // Not every entry is about a ticket: one that is not sent must not wake us over and over.
        const newest = this.#newest;
        const fresh = (await this.#entriesAround(last)).filter(({ id }) => !heard.has(id));
        if (fresh.length < MOST) {
          for (const row of fresh) yield { id: row.id, event: toEvent(row) };
          last = Math.max(last, newest, ...fresh.map(({ id }) => id));
        } else {
          last = await newestAuditId(this.#store);
          yield 'reload';
        }
        for (const { id } of fresh) heard.add(id);
        for (const id of heard) if (id < last - 2 * LOOK_BACK) heard.delete(id);
        if (listener.hasMissed) {
          listener.hasMissed = false;
          yield 'reload';
        }
        for (const number of listener.presence) {
          listener.presence.delete(number);
          yield { id: null, event: { action: 'presence', number, actor: '' } };
        }
        if (!(await this.#news(listener, last, signal, heartbeatMs))) yield 'heartbeat';
      }
    } finally {
      this.#listeners.delete(listener);
    }
  }

  #entriesAround(id: number) {
    return deskAuditAfter(this.#store, id - LOOK_BACK, MOST + LOOK_BACK);
  }

  /** Resolves to true as soon as there may be an event, and to false when there was none for that long. */
  #news(listener: Listener, last: number, signal: AbortSignal, patienceMs: number): Promise<boolean> {
    if (this.#newest > last || listener.presence.size > 0 || listener.hasMissed) return Promise.resolve(true);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const patience = setTimeout(resolve, patienceMs, false);
    const wake = () => resolve(true);
    listener.wake = wake;
    signal.addEventListener('abort', wake);
    return promise.finally(() => {
      clearTimeout(patience);
      signal.removeEventListener('abort', wake);
    });
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    // If the store is unavailable the next poll tries again: the events are still in the trail.
    const newest = await newestAuditId(this.#store).catch(() => this.#newest);
    if (newest > this.#newest) {
      this.#newest = newest;
      for (const { wake } of this.#listeners) wake();
    }
    if (this.#listeners.size > 0 && !this.#isOver) this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
    else this.#isLooking = false;
  }
}
