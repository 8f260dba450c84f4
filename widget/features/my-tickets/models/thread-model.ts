import { signal } from '@preact/signals';
import { serviceNow } from '../../../../browser/service-clock.ts';
import type { Ticket } from '../../../../src/contract/tickets/read-ticket.ts';
import { createModel } from '../../../create-model.ts';
import type { ThreadClient } from '../thread-client.ts';
import type { WithCredentials } from '../with-credentials.ts';

/** The state of a thread. */
export type ThreadState = 'loading' | 'shown' | 'gone' | 'unanswered';

export interface ThreadDeps {
  number: string;
  client: Pick<ThreadClient, 'readTicket' | 'markSeen' | 'readAttachment'>;
  withCredentials: WithCredentials;
  announce: (event: 'reply', detail: unknown) => void;
  /** called with the number of newly seen replies */
  onSeen: (answers: number) => void;
  /** the key of the newest message that this browser wrote in the ticket */
  written?: () => Promise<string | undefined>;
}

/** For so long the service holds the letter of a reply back, in milliseconds; a test compares. */
export const HELD_MS = 120_000;

/** After this time whoever is at work in the thread has noticed a new reply, in milliseconds. */
const NOTED_MS = 4000;

/** The time between two polls of a visible thread, in milliseconds. */
const PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;

/** One ticket with its thread, as last read from the service. */
export const ThreadModel = createModel((deps: ThreadDeps) => {
  const { number, client, withCredentials, announce, onSeen, written } = deps;
  const ticket = signal<Ticket | null>(null);
  const state = signal<ThreadState>('loading');
  /** the newest reply that came while the thread was open */
  const arrived = signal<Ticket['messages'][number] | null>(null);
  /** the first message that was unread when the thread was opened; empty when there was none */
  const firstUnread = signal('');
  let etag = '';
  let failures = 0;
  /** the reply that the service knows to be read by who is at the thread */
  let attended = '';
  /** by a stopwatch that nobody sets, in milliseconds */
  let arrivedAt = 0;

  function show(read: Ticket): void {
    const before = ticket.peek();
    const known = new Set(before?.messages.map(({ id }) => id));
    const unseen = read.messages.slice(read.seenMessages).filter(({ from }) => from === 'agent');
    const newest = before && read.messages.filter(({ id, from }) => from === 'agent' && !known.has(id)).at(-1);
    if (!before) firstUnread.value = unseen[0]?.id ?? '';
    ticket.value = read;
    state.value = 'shown';
    if (read.messages.at(-1)?.from === 'customer') arrived.value = null; // it was answered
    if (newest) {
      arrived.value = newest;
      arrivedAt = performance.now();
      announce('reply', { number });
    }
    if (unseen.length > 0) markSeen(read.messages.length, unseen.length);
  }

  async function markSeen(messages: number, answers: number, key?: string): Promise<void> {
    const answer = await withCredentials(number, (bearer) => client.markSeen(number, bearer, messages, key));
    if (answer.outcome === 'ok') onSeen(answers);
  }

  return {
    ticket,
    state,
    arrived,
    firstUnread,
    /** Reads the thread. @returns milliseconds until the next read; `Infinity` for a ticket that is gone */
    async refresh() {
      const answer = await withCredentials(number, (bearer) => client.readTicket(number, bearer, etag));
      if (answer.outcome === 'refused') {
        state.value = 'gone';
        return Number.POSITIVE_INFINITY;
      }
      if (answer.outcome === 'unanswered') {
        failures += 1;
        state.value = 'unanswered';
        return Math.max(answer.retryAfter * 1000, Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures));
      }
      failures = 0;
      if (answer.outcome === 'ok') {
        etag = answer.etag;
        show(answer.value);
      }
      state.value = 'shown';
      return PAUSE_MS;
    },
    /** Somebody is at work in the thread: whoever wrote in this browser needs no letter of a reply that just came. */
    async attend() {
      if (performance.now() - arrivedAt > NOTED_MS) arrived.value = null;
      const messages = ticket.peek()?.messages ?? [];
      const last = messages.at(-1);
      const isHeld = last?.from === 'agent' && serviceNow() - Date.parse(last.at) < HELD_MS;
      if (!isHeld || last.id === attended) return;
      attended = last.id;
      const key = await written?.();
      if (key) await markSeen(messages.length, 0, key);
    },
    /** A file of the thread; null when it cannot be read now. */
    async readAttachment(id: string) {
      const answer = await withCredentials(number, (bearer) => client.readAttachment(id, bearer));
      return answer.outcome === 'ok' ? answer.value : null;
    },
  };
});

export type ThreadModel = InstanceType<typeof ThreadModel>;
