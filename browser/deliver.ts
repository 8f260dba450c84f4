import { host } from './host.ts';
import { type Claim, LEASE_MS } from './lease.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Lease, Pause } from './store.ts';

/** The number of tries before an entry waits for the network, the next page or a press. */
const TRIES = 6;

/** The longest pause between two tries that we choose, in milliseconds. */
export const LONGEST_BACKOFF_MS = 30_000;

/** The longest pause that a service may ask for between two tries, in milliseconds; after a longer one people decide. */
const PATIENCE_MS = 5000;

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
  /**
   * The tries are used up, the service asks for a pause (until `notBefore`, in milliseconds since 1970), or sending was
   * stopped: the entry stays in the outbox.
   */
  | { outcome: 'unanswered'; notBefore?: number }
  /** another page sent it, or took it back */
  | { outcome: 'gone' };

export interface DeliverDeps<Entry, T> {
  send: (entry: Entry) => Promise<Result<T>>;
  /** takes or extends the lease of an entry; see `claim` */
  claim: (key: string, lease: Lease, now: number, obeys: boolean) => Promise<Claim>;
  /** this page's random name */
  holder: string;
  /** somebody pressed: the first try does not wait for the end of a pause */
  isPressed?: boolean;
  /** called before each try, from 1; 0 while another page is seen to send */
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
  { send, claim, holder, isPressed, onTry, signal, isKept, tries: most = TRIES, sleep = wait }: DeliverDeps<Entry, T>,
): Promise<Delivery<T>> {
  let pause: Pause | undefined;
  let isMine = false;
  let obeys = !isPressed;
  let seenUntil = 0;
  const MINE = { claim: 'mine' } as const;

  /** A failing disk must not keep an entry from being sent: its key makes a second sending harmless. */
  async function claimUntil(until: number, obeys: boolean): Promise<Claim> {
    const claimed = isKept
      ? await claim(entry.key, { holder, until, pause }, Date.now(), obeys).catch(() => MINE)
      : MINE;
    isMine = claimed.claim === 'mine';
    return claimed;
  }
  const renew = () => isMine && claimUntil(Date.now() + LEASE_MS, false);
  const release = () => isMine && claimUntil(0, false);

  const beat = setInterval(renew, LEASE_MS / 3);
  host.addEventListener('pagehide', release);
  try {
    for (let tries = 0; ; ) {
      const claimed = await claimUntil(Date.now() + LEASE_MS, obeys);
      if (claimed.claim === 'gone') return { outcome: 'gone' };
      if (claimed.claim === 'paused') return { outcome: 'unanswered', notBefore: claimed.until };
      if (claimed.claim === 'mine') {
        obeys = true;
        tries += 1;
        onTry(tries);
        const result = await send(entry);
        // 401 is no refusal of the text: it waits until somebody is signed in.
        const isSignedOut = result.outcome === 'refused' && result.status === 401;
        if (result.outcome === 'ok' || (result.outcome === 'refused' && !isSignedOut)) return result;
        // `Retry-After` is obeyed, by the next page too.
        const asked = 'retryAfter' in result ? result.retryAfter * 1000 : 0;
        const now = Date.now();
        pause = asked ? { from: now, until: now + asked } : undefined;
        if (tries === most || isSignedOut || asked > PATIENCE_MS) {
          return { outcome: 'unanswered', ...(pause && { notBefore: pause.until }) };
        }
        // Full jitter, so that a thousand panels do not come back in the same second.
        if (!signal.aborted) {
          await sleep(asked + Math.random() * Math.min(LONGEST_BACKOFF_MS, 1000 * 2 ** tries), signal);
        }
      } else {
        // A page that is gone does not renew its lease: only of one that does it can be said that it sends.
        if (seenUntil && seenUntil !== claimed.until) onTry(0);
        seenUntil = claimed.until;
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

function wait(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', resolve);
  });
}
