import type { Delivery, TicketClient } from '../ticket-client.ts';
import { attempt } from './attempt.ts';
import type { Entry } from './entry.ts';
import type { WidgetStore } from './widget-store.ts';

/** Tries before an entry waits for the network, the next page or a press. */
const TRIES = 6;

/** Longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/** How long a page that vanished keeps others from sending what it was sending, in milliseconds. */
const LEASE = 6000;

/** `gone`: another page sent it, or took it back. */
export type Outcome = Delivery | { outcome: 'gone' };

export interface DeliverDeps {
  client: TicketClient;
  store: WidgetStore;
  /** this page's random name */
  holder: string;
  /** told before each try, the first is 1; 0 while another page sends */
  onTry: (tries: number) => void;
  /** ends the sending between two tries: somebody wants the text back */
  signal: AbortSignal;
  /** false for what could not be kept: then nobody else can send it, and it cannot be missed in the outbox */
  isKept: boolean;
  /** resolves after some milliseconds, or when the signal says so */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Sends an entry, again and again with the same key, until the service takes or refuses it. Of several pages one sends:
 * the one with the lease, which it renews for as long as it lives.
 * @returns `unanswered` when the tries are used up or the signal came: the entry stays where it is
 */
export async function deliver(entry: Entry, deps: DeliverDeps): Promise<Outcome> {
  const { client, store, holder, onTry, signal, isKept, sleep = pause } = deps;
  let notBefore = 0;
  /** A disk that takes no lease must not keep a ticket from being sent: its key makes a second sending harmless. */
  const claim = (until: number) =>
    isKept ? store.claim(entry.key, { holder, until }, Date.now()).catch(() => 'mine' as const) : 'mine';
  const renew = () => claim(Math.max(notBefore, Date.now() + LEASE));
  const release = () => claim(notBefore);

  const beat = setInterval(renew, LEASE / 3);
  addEventListener('pagehide', release);
  try {
    for (let tries = 0; ; ) {
      const claimed = await renew();
      if (claimed === 'gone') return { outcome: 'gone' };
      if (claimed === 'mine') {
        tries += 1;
        onTry(tries);
        const delivery = await attempt(entry, client);
        if (delivery.outcome !== 'unanswered') return delivery;
        // Full jitter, so that a thousand panels do not come back in the same second; `Retry-After` is obeyed, by the
        // next page too.
        const asked = delivery.retryAfter * 1000;
        notBefore = asked && Date.now() + asked;
        if (tries === TRIES || signal.aborted) return delivery;
        await sleep(asked + Math.random() * Math.min(LONGEST_PAUSE, 1000 * 2 ** tries), signal);
      } else {
        onTry(0);
        await sleep(LEASE / 3, signal);
      }
      if (signal.aborted) return { outcome: 'unanswered', retryAfter: 0 };
    }
  } finally {
    clearInterval(beat);
    removeEventListener('pagehide', release);
    await release();
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', resolve);
  });
}
