import type { DeskEvent } from '../contract/desk/follow-events.ts';
import { newestAuditId, ticketAuditAfter } from '../store/audit.ts';
import type { Store } from '../store/open.ts';

/** How often the audit trail is looked at while somebody listens, in milliseconds. */
const LOOK_MS = 500;

/** The most events a listener is told at once; one who missed more reads everything anew. */
const MOST = 200;

/**
 * Ids of PostgreSQL may become visible out of their order: an entry whose transaction took longer appears behind a newer
 * one. So many entries back are looked at again, and what was told already is left out.
 */
const LOOK_BACK = 50;

/** What a listener is told: an event, with the id it can be asked for by where it has one; or that it missed too much. */
export type Told = { id: number | null; event: DeskEvent } | 'reload' | 'heartbeat';

interface Listener {
  /** tickets whose presence changed, not told yet; never more than `MOST` */
  presence: Set<string>;
  /** it was so slow that some of these were forgotten */
  hasMissed: boolean;
  /** wakes it, if it sleeps */
  wake: () => void;
}

/**
 * What happens to tickets, for every desk that listens. The audit trail is the one source: it is written in the
 * transaction of what it tells, by whatever process or command, so nothing happens that no desk hears of, and a desk that
 * comes back is told from where it left. Of a listener nothing is kept but the ids it heard last: a slow one costs nothing.
 */
export class EventFeed {
  readonly #store: Store;
  readonly #listeners = new Set<Listener>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;
  /** one looks for all; of who leaves and comes back while a look is under way nobody begins a second one */
  #isLooking = false;
  #isOver = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Tells everybody that somebody came to, left or writes in a ticket. */
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

  /** What happened last: whoever listens from here on misses nothing that it does not see when it reads. */
  newest(): Promise<number> {
    return newestAuditId(this.#store);
  }

  /**
   * Everything that happens from now on, or after an id. Ends with the signal.
   * @param lastId what the listener heard last; null begins with now. What is not in the trail was heard before it was put
   * back to an older copy: whoever waited for more than that would hear nothing for days
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
        // Not every entry is of a ticket: one that nobody is told must not wake us over and over.
        const newest = this.#newest;
        const fresh = (await this.#entriesAround(last)).filter(({ id }) => !heard.has(id));
        if (fresh.length < MOST) {
          for (const { id, ticket_number, ...event } of fresh) yield { id, event: { ...event, number: ticket_number } };
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
    return ticketAuditAfter(this.#store, id - LOOK_BACK, MOST + LOOK_BACK);
  }

  /** Resolves to true as soon as there may be something to tell, and to false when there was nothing for so long. */
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
    // A store that cannot be asked is asked again: what happened meanwhile is still in the trail.
    const newest = await newestAuditId(this.#store).catch(() => this.#newest);
    if (newest > this.#newest) {
      this.#newest = newest;
      for (const { wake } of this.#listeners) wake();
    }
    if (this.#listeners.size > 0 && !this.#isOver) this.#timer = setTimeout(() => void this.#look(), LOOK_MS);
    else this.#isLooking = false;
  }
}
