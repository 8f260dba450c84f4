import { host } from './host.ts';
import type { Claim } from './lease.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Lease } from './store.ts';

/** The number of tries before an entry waits for the network, the next page or a press. */
const TRIES = 6;

/** The longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE_MS = 30_000;

/** How long a lease lasts, in milliseconds: after a page was closed, others wait this long to send its entry. */
const LEASE_MS = 6000;

/** The outcome of one try: an `Answer`, or a similar outcome where something else had to be sent first. */
export type Result<T> =
  | Accepted<T>
  | Refusal
  | { outcome: 'unanswered'; retryAfter: number }
  | { outcome: 'unchanged' };

export interface Accepted<T> {
  outcome: 'ok';
  value: T;
}

/** A final refusal: sending it again would not change it. */
export interface Refusal {
  outcome: 'refused';
  /** a problem's code */
  code: string;
  status?: number;
}

/** The outcome of sending an entry. */
export type Delivery<T> =
  | Accepted<T>
  | Refusal
  /** the tries are used up, or sending was stopped: the entry stays in the outbox */
  | { outcome: 'unanswered' }
  /** another page sent it, or took it back */
  | { outcome: 'gone' };

export interface DeliverDeps<Entry, T> {
  send: (entry: Entry) => Promise<Result<T>>;
  /** takes or extends the lease of an entry */
  claim: (key: string, lease: Lease, now: number) => Promise<Claim>;
  /** this page's random name */
  holder: string;
  /** called before each try, from 1; 0 while another page sends */
  onTry: (tries: number) => void;
  /** stops sending between two tries, to give the text back */
  signal: AbortSignal;
  /**
   * false for an entry that could not be stored: no other page can send it, and it cannot be missing from the outbox
   */
  isKept: boolean;
  tries?: number | undefined;
  /** resolves after some milliseconds, or when the signal says so */
  sleep?: ((milliseconds: number, signal: AbortSignal) => Promise<unknown>) | undefined;
}

/**
 * Sends an entry with the same key until the service accepts or refuses it. Of several pages only the one with the
 * lease sends, and renews it while it is open.
 */
export async function deliver<Entry extends OutboxEntry, T>(
  entry: Entry,
  { send, claim, holder, onTry, signal, isKept, tries: most = TRIES, sleep = pause }: DeliverDeps<Entry, T>,
): Promise<Delivery<T>> {
  let notBefore = 0;
  /** A failing disk must not keep an entry from being sent: its key makes a second sending harmless. */
  const claimUntil = (until: number) =>
    isKept ? claim(entry.key, { holder, until }, Date.now()).catch(() => 'mine' as const) : 'mine';
  const renew = () => claimUntil(Math.max(notBefore, Date.now() + LEASE_MS));
  const release = () => claimUntil(notBefore);

  const beat = setInterval(renew, LEASE_MS / 3);
  host.addEventListener('pagehide', release);
  try {
    for (let tries = 0; ; ) {
      const claimed = await renew();
      if (claimed === 'gone') return { outcome: 'gone' };
      if (claimed === 'mine') {
        tries += 1;
        onTry(tries);
        const result = await send(entry);
        // 401 is no refusal of the text: it waits until somebody is signed in.
        const isSignedOut = result.outcome === 'refused' && result.status === 401;
        if (result.outcome === 'ok' || (result.outcome === 'refused' && !isSignedOut)) return result;
        // Full jitter, so that a thousand panels do not come back in the same second; `Retry-After` is obeyed, by the
        // next page too.
        const asked = 'retryAfter' in result ? result.retryAfter * 1000 : 0;
        notBefore = asked && Date.now() + asked;
        if (tries === most || isSignedOut) return { outcome: 'unanswered' };
        if (!signal.aborted) {
          await sleep(asked + Math.random() * Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** tries), signal);
        }
      } else {
        onTry(0);
        await sleep(LEASE_MS / 3, signal);
      }
      if (signal.aborted) return { outcome: 'unanswered' };
    }
  } finally {
    clearInterval(beat);
    host.removeEventListener('pagehide', release);
    await release();
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', resolve);
  });
}
