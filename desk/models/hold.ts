import { type ReadonlySignal, signal } from '@preact/signals';
import type { ReplyEntry } from './desk-kept.ts';

/** How long a reply waits before it goes, in milliseconds: until then it can be undone. */
export const HOLD_MS = 10_000;

/** How the wait of a reply ended: its time has come, the page is left, or it is undone. */
export type HoldEnd = 'due' | 'left' | 'undone';

/** A reply that waits before it goes. */
export type Held = ReplyEntry & { notBefore: number };

/** The replies of this page that wait before they go. */
export interface Hold {
  /** the oldest first */
  waiting: ReadonlySignal<readonly Held[]>;
  /**
   * Lets a reply wait until its time.
   * @param sent resolves when it was sent, given back or given up; to whether nothing of it is left to do
   */
  begin: (entry: Held, sent: Promise<boolean>) => void;
  /** Resolves when the wait of an entry is over; at once for one that never waited here. */
  ended: (key: string) => Promise<HoldEnd>;
  /** How long an entry has left by the clock that stamped it, in milliseconds; negative once it is due. */
  left: (entry: Pick<Held, 'notBefore'>) => number;
  /** Ends a wait before its time. */
  end: (key: string, how: HoldEnd) => void;
  /** Ends every wait. */
  endAll: (how: HoldEnd) => void;
  /** Sends what waits at once. @returns whether all of it was sent */
  settle: () => Promise<boolean>;
}

/** Lets replies of this page wait. */
export function createHold(): Hold {
  const waiting = signal<readonly Held[]>([]);
  /** by key; also those that are over, as an entry may be sent only after its wait has ended */
  const waits = new Map<
    string,
    { promise: Promise<HoldEnd>; resolve: (how: HoldEnd) => void; sent: Promise<boolean> }
  >();

  const left: Hold['left'] = ({ notBefore }) => notBefore - Date.now();

  function end(key: string, how: HoldEnd): void {
    waits.get(key)?.resolve(how);
    waiting.value = waiting.peek().filter((held) => held.key !== key);
  }
  function endAll(how: HoldEnd): void {
    for (const { key } of waiting.peek()) end(key, how);
  }
  // A page that is closed has no time left: what waits goes with its last requests.
  addEventListener('pagehide', () => endAll('left'));

  return {
    waiting,
    begin(entry, sent) {
      let resolve = (_: HoldEnd) => {};
      const promise = new Promise<HoldEnd>((end) => {
        resolve = end;
      });
      waits.set(entry.key, { promise, resolve, sent });
      waiting.value = [...waiting.peek(), entry];
      setTimeout(end, left(entry), entry.key, 'due');
    },
    left,
    ended: (key) => waits.get(key)?.promise ?? Promise.resolve('due'),
    end,
    endAll,
    async settle() {
      const going = waiting.peek().map(({ key }) => waits.get(key)?.sent);
      endAll('due');
      return (await Promise.all(going)).every(Boolean);
    },
  };
}
