import { deliver, LONGEST_BACKOFF_MS, type Refusal, type Result } from './deliver.ts';
import { claim } from './lease.ts';
import { isOld, type OutboxEntry } from './outbox-entry.ts';
import { randomId } from './random-id.ts';
import type { BrowserStore, Edit, OutboxStores } from './store.ts';

/** The state of the entry being sent. */
export type Sending<Entry> =
  | { state: 'draft' }
  /** `tries` so far, from 1; 0 while another page is seen to send it */
  | { state: 'sending'; entry: Entry; tries: number }
  /**
   * No response; it is sent again when the network is back, on the next page, by a press, and see `comesBack`. `until`: the
   * service asked for a pause until then, in milliseconds since 1970.
   */
  | { state: 'waiting'; entry: Entry; until?: number }
  /** from an earlier visit: not sent without asking */
  | { state: 'asking'; entry: Entry }
  /** the service refused it; the text is back in its form */
  | { state: 'not-sent'; code: string };

/** The pause after tries that nobody answered, in milliseconds, where an entry comes back by itself. */
const COME_BACK_MS = 120_000;

/** An observable value, such as a signal. */
export interface Watched<T> {
  value: T;
  peek: () => T;
}

export interface SenderDeps<Kept extends OutboxStores, Entry extends OutboxEntry, T, Sent> {
  store: Pick<BrowserStore<Kept>, 'change' | 'transact' | 'isDurable'>;
  /** sends an entry once */
  send: (entry: Entry) => Promise<Result<T>>;
  /** the state of this sender's entry */
  state: Watched<Sending<Entry> | Sent>;
  /** the edits, such as a receipt, stored in the transaction in which an accepted entry leaves the outbox */
  receipt?: (entry: Entry, value: T) => Edit<Kept>[];
  /** Called after an accepted entry is stored. @returns the state to show; a draft by default */
  onAccepted?: (entry: Entry, value: T) => Sent | undefined;
  /** Called after a refusal, when the text is back. @returns the state to show; the code by default */
  onRefused?: (entry: Entry, refusal: Refusal) => Promise<Sent | undefined>;
  /** Called when another page sent an entry, or took it back. @returns the state to show */
  onGone?: (entry: Entry) => Promise<Sent | undefined>;
  /** Returns an entry's text to its form. @returns the edits stored in the transaction that deletes the entry */
  giveBack: (entry: Entry, why: 'refused' | 'withdrawn') => Edit<Kept>[];
  /** called when something could not be stored: people must know before they close the page */
  onNotKept?: () => void;
  /** whether to ask before sending an entry, whatever its age */
  mustAsk?: (entry: Entry) => boolean;
  /** whether a waiting entry is sent again by itself after a pause: the one that the service asked for, or some minutes */
  comesBack?: boolean;
  tries?: number;
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

export interface Sender<Kept, Entry> {
  /** Stores an entry together with the emptied form, then sends it. */
  submit: (entry: Entry, ...emptied: Edit<Kept>[]) => Promise<void>;
  /** Continues with an entry of an earlier page: asks, or sends it. */
  resume: (entry: Entry) => Promise<void>;
  /** whether to ask before sending an entry: after a day the matter may be settled */
  mustAsk: (entry: Entry) => boolean;
  /** Sends the waiting entry now. */
  retry: () => Promise<void>;
  /** Sends an entry in the background, without showing it. */
  sendUnseen: (entry: Entry) => Promise<void>;
  /** Returns the text to its form: at once, or after the current try. */
  withdraw: () => Promise<void>;
}

/**
 * Sends one entry at a time: stored, and sent until it is answered. Nothing is lost and nothing doubled: an entry is
 * deleted only in the transaction that stores its receipt, or returns its text to the form.
 */
export function createSender<Kept extends OutboxStores, Entry extends OutboxEntry, T, Sent = never>(
  deps: SenderDeps<Kept, Entry, T, Sent>,
): Sender<Kept, Entry> {
  const { store, state } = deps;
  const holder = randomId(8);
  let stopping = new AbortController();
  let isSendingUnseen = false;
  /** the key of an entry that could not be stored: no other page can send it */
  let unkept = '';

  const row = (entry: Entry) => ({ store: 'outbox', key: entry.key, value: entry }) as unknown as Edit<Kept>;
  const gone = ({ key }: Entry) =>
    [
      { store: 'outbox', key },
      { store: 'leases', key },
    ] as Edit<Kept>[];

  /** What cannot be stored is sent all the same: people are told that this browser stores nothing. */
  async function keep(...edits: Edit<Kept>[]): Promise<boolean> {
    const isKept = await store.change(...edits).then(store.isDurable, () => false);
    if (!isKept) deps.onNotKept?.();
    return isKept;
  }

  function deliverOnce(entry: Entry, signal: AbortSignal, isPressed: boolean, onTry: (tries: number) => void) {
    const { send, tries, sleep } = deps;
    return deliver(entry, {
      send,
      claim: (...asked) => claim(store, ...asked),
      holder,
      isPressed,
      onTry,
      signal,
      isKept: entry.key !== unkept,
      tries,
      sleep,
    });
  }

  async function accept(entry: Entry, value: T): Promise<Sent | undefined> {
    await keep(...gone(entry), ...(deps.receipt?.(entry, value) ?? []));
    return deps.onAccepted?.(entry, value);
  }

  /** @param until the end of a pause that the service asked for, in milliseconds since 1970 */
  function wait(entry: Entry, until?: number): void {
    const waiting = { state: 'waiting' as const, entry, ...(until && { until }) };
    state.value = waiting;
    if (!deps.comesBack) return;
    const pause = until ? Math.max(0, until - Date.now()) : COME_BACK_MS;
    const comeBack = () => {
      if (state.peek() !== waiting) return;
      if (isOld(entry, Date.now())) state.value = { state: 'asking', entry };
      else void send(entry);
    };
    setTimeout(comeBack, pause + Math.random() * LONGEST_BACKOFF_MS);
  }

  async function send(entry: Entry, isPressed = false): Promise<void> {
    stopping = new AbortController();
    const { signal } = stopping;
    const onTry = (tries: number) => {
      state.value = { state: 'sending', entry, tries };
    };
    onTry(1);
    const delivery = await deliverOnce(entry, signal, isPressed, onTry);
    if (delivery.outcome === 'unanswered') {
      wait(entry, delivery.notBefore);
      if (signal.aborted) await withdraw();
    } else if (delivery.outcome === 'ok') {
      state.value = (await accept(entry, delivery.value)) ?? { state: 'draft' };
    } else if (delivery.outcome === 'gone') {
      state.value = (await deps.onGone?.(entry)) ?? { state: 'draft' };
    } else {
      await keep(...gone(entry), ...deps.giveBack(entry, 'refused'));
      state.value = (await deps.onRefused?.(entry, delivery)) || { state: 'not-sent', code: delivery.code };
    }
  }

  /** The entry that a press acts on; none while it is being sent. */
  function resting(): Entry | undefined {
    const now = state.peek() as Sending<Entry>;
    return now.state === 'waiting' || now.state === 'asking' ? now.entry : undefined;
  }

  async function withdraw(): Promise<void> {
    const entry = resting();
    if (!entry) return stopping.abort();
    const edits = [...gone(entry), ...deps.giveBack(entry, 'withdrawn')];
    state.value = { state: 'draft' };
    await keep(...edits);
  }

  const mustAsk = (entry: Entry) => deps.mustAsk?.(entry) || isOld(entry, Date.now());

  return {
    async submit(entry, ...emptied) {
      state.value = { state: 'sending', entry, tries: 1 };
      if (!(await keep(row(entry), ...emptied))) unkept = entry.key;
      await send(entry);
    },
    async resume(entry) {
      if (mustAsk(entry)) state.value = { state: 'asking', entry };
      else await send(entry);
    },
    mustAsk,
    async retry() {
      const entry = resting();
      if (entry) await send(entry, true);
    },
    async sendUnseen(entry) {
      if (isSendingUnseen) return;
      isSendingUnseen = true;
      const delivery = await deliverOnce(entry, new AbortController().signal, false, () => {});
      if (delivery.outcome === 'ok') await accept(entry, delivery.value);
      isSendingUnseen = false;
    },
    withdraw,
  };
}
