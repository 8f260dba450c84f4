import { deliver, type Refusal, type Result } from './deliver.ts';
import { claim } from './lease.ts';
import { isOld, type OutboxEntry } from './outbox-entry.ts';
import { randomId } from './random-id.ts';
import type { BrowserStore, Edit, OutboxStores } from './store.ts';

/** Where what was written stands, between the keyboard and the service. */
export type Sending<Entry> =
  | { state: 'draft' }
  /** `tries` so far, from 1; 0 while another page sends it */
  | { state: 'sending'; entry: Entry; tries: number }
  /** no response; it is sent again when the network is back, on the next page, or by a press */
  | { state: 'waiting'; entry: Entry }
  /** from an earlier visit: not sent without asking */
  | { state: 'asking'; entry: Entry }
  /** the service refused it; the text is back where it was written */
  | { state: 'not-sent'; code: string };

/** A value that others may watch: a signal is one. */
export interface Watched<T> {
  value: T;
  peek: () => T;
}

export interface SenderDeps<Kept extends OutboxStores, Entry extends OutboxEntry, T, Sent> {
  store: Pick<BrowserStore<Kept>, 'change' | 'transact'>;
  /** sends an entry once */
  send: (entry: Entry) => Promise<Result<T>>;
  /** where the entry of this sender stands */
  state: Watched<Sending<Entry> | Sent>;
  /** what is kept in the change in which an accepted entry leaves the outbox: its receipt */
  receipt?: (entry: Entry, value: T) => Edit<Kept>[];
  /** An entry was accepted, and that is kept. @returns what to show of it; a draft again unless told otherwise */
  onAccepted?: (entry: Entry, value: T) => Sent | undefined;
  /** An entry was refused, and its text is back. @returns what to show of it; the code unless told otherwise */
  onRefused?: (entry: Entry, refusal: Refusal) => Promise<Sent | undefined>;
  /** Another page sent an entry, or took it back. @returns what to show of it */
  onGone?: (entry: Entry) => Promise<Sent | undefined>;
  /** Puts an entry's text back where it was written. @returns what is kept in the change in which the entry goes */
  giveBack: (entry: Entry, why: 'refused' | 'withdrawn') => Edit<Kept>[];
  /** told when something could not be kept: people must know before they close the page */
  onNotKept?: () => void;
  /** whether an entry must not go without asking, however young it is */
  mustAsk?: (entry: Entry) => boolean;
  tries?: number;
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

export interface Sender<Kept, Entry> {
  /** Keeps an entry, and with it what it leaves behind where it was written; then sends it. */
  submit: (entry: Entry, ...emptied: Edit<Kept>[]) => Promise<void>;
  /** Takes up what an earlier page kept: it asks, or goes. */
  resume: (entry: Entry) => Promise<void>;
  /** whether an entry must not go without asking: after a day it may be settled */
  mustAsk: (entry: Entry) => boolean;
  /** Sends what waits, now. */
  retry: () => Promise<void>;
  /** Sends an entry without showing it: whoever writes here does not wait for it. */
  sendUnseen: (entry: Entry) => Promise<void>;
  /** Gives a text back: at once, or after the try that is under way. */
  withdraw: () => Promise<void>;
}

/**
 * Sends what is written, one entry at a time: frozen, kept, and sent until it is answered. Nothing is lost and nothing
 * doubled: an entry is deleted only in the change that keeps its receipt, or its text where it was written.
 */
export function createSender<Kept extends OutboxStores, Entry extends OutboxEntry, T, Sent = never>(
  deps: SenderDeps<Kept, Entry, T, Sent>,
): Sender<Kept, Entry> {
  const { store, state } = deps;
  const holder = randomId(8);
  let stopping = new AbortController();
  let isSendingUnseen = false;
  /** key of an entry that no disk took: nobody else can send it, and it cannot be missed in the outbox */
  let unkept = '';

  const row = (entry: Entry) => ({ store: 'outbox', key: entry.key, value: entry }) as unknown as Edit<Kept>;
  const gone = ({ key }: Entry) =>
    [
      { store: 'outbox', key },
      { store: 'leases', key },
    ] as Edit<Kept>[];

  /** What cannot be kept is sent all the same: people are told that this browser keeps nothing. */
  async function keep(...edits: Edit<Kept>[]): Promise<boolean> {
    return store.change(...edits).then(
      () => true,
      () => {
        deps.onNotKept?.();
        return false;
      },
    );
  }

  function deliverOnce(entry: Entry, signal: AbortSignal, onTry: (tries: number) => void) {
    const { send, tries, sleep } = deps;
    return deliver(entry, {
      send,
      claim: (...asked) => claim(store, ...asked),
      holder,
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

  async function send(entry: Entry): Promise<void> {
    stopping = new AbortController();
    const { signal } = stopping;
    const onTry = (tries: number) => {
      state.value = { state: 'sending', entry, tries };
    };
    onTry(1);
    const delivery = await deliverOnce(entry, signal, onTry);
    if (delivery.outcome === 'unanswered') {
      state.value = { state: 'waiting', entry };
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

  /** What may be done by a press now: nothing while it is sent. */
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
      if (entry) await send(entry);
    },
    async sendUnseen(entry) {
      if (isSendingUnseen) return;
      isSendingUnseen = true;
      const delivery = await deliverOnce(entry, new AbortController().signal, () => {});
      if (delivery.outcome === 'ok') await accept(entry, delivery.value);
      isSendingUnseen = false;
    },
    withdraw,
  };
}
