import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../browser/random-id.ts';
import { type CloseTicketsRequest, MOST_CLOSED } from '../../src/contract/desk/close-tickets.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { CloseReason } from '../../src/contract/lists.ts';
import type { DeskClient } from '../client/desk-client.ts';
import type { ChangedMany } from './change-many.ts';
import type { ListsModel } from './lists-model.ts';

const HOUR_MS = 3_600_000;

/** How the last closing, or its undoing, went: to how many it was done, and which changed meanwhile and stayed. */
export type ClosingResult =
  | { outcome: 'done'; closed: number; left: string[] }
  | { outcome: 'unanswered' }
  /** another change, ticket by ticket */
  | { outcome: 'changed'; changed: ChangedMany }
  | { outcome: 'undone'; restored: number; left: string[] }
  /** the time for undoing it is over */
  | { outcome: 'undo-late' }
  | { outcome: 'undo-unanswered' };

/** A closing that can be undone. */
interface ClosingUndo {
  /** its id */
  closing: number;
  until: string;
  /** how many tickets it closed */
  closed: number;
}

/**
 * The chosen rows of the list, and closing all of them at once. What is no longer in the list is not chosen; at most as
 * many are as one request may close.
 */
export const ChoiceModel = createModel(
  (client: Pick<DeskClient, 'closeTickets' | 'undoClosing'>, lists: ListsModel) => {
    const marked = signal<ReadonlySet<string>>(new Set());
    const numbers = computed(() =>
      lists.rows.value
        .map(({ number }) => number)
        .filter((number) => marked.value.has(number))
        .slice(0, MOST_CLOSED),
    );
    /** the shops of the chosen rows, each once */
    const shops = computed(() => {
      const chosen = new Set(numbers.value);
      const found = lists.rows.value.filter(({ number }) => chosen.has(number));
      return [...new Map(found.map(({ shop }) => [shop.id, shop])).values()];
    });
    const isClosing = signal(false);
    /** how far a change of many is */
    const progress = signal<{ done: number; of: number } | null>(null);
    const result = signal<ClosingResult | null>(null);
    /** the last closing, while it can be undone */
    const undo = signal<ClosingUndo | null>(null);
    /** the row that a range starts from */
    let anchor: string | null = null;
    /** the request that had no answer: the same one is sent again under its key */
    let unanswered: { body: CloseTicketsRequest; key: string } | null = null;

    function add(added: readonly string[]): void {
      result.value = null;
      marked.value = new Set([...numbers.peek(), ...added].slice(0, MOST_CLOSED));
    }

    return {
      numbers,
      shops,
      isClosing,
      result,
      undo,
      /** Chooses a row, or chooses it no more. */
      toggle(number: string) {
        anchor = number;
        if (numbers.peek().includes(number)) marked.value = new Set(numbers.peek().filter((one) => one !== number));
        else add([number]);
      },
      /** Chooses all rows from the last one that was pressed to this one. */
      chooseTo(number: string) {
        const all = lists.rows.peek().map((row) => row.number);
        const [from, to] = [all.indexOf(anchor ?? number), all.indexOf(number)].toSorted((a, b) => a - b);
        add(from === undefined || from < 0 ? [number] : all.slice(from, (to ?? from) + 1));
      },
      /** Chooses all rows of the shops of those that are chosen, what a row stands for included. */
      async chooseShops() {
        const chosen = new Set(numbers.peek());
        const shops = new Set(lists.rows.peek().flatMap(({ number, shop }) => (chosen.has(number) ? [shop.id] : [])));
        await lists.unfold(shops);
        add(lists.rows.peek().flatMap(({ number, shop }) => (shops.has(shop.id) ? [number] : [])));
      },
      /** Of the chosen rows keeps those that came within the last hour. */
      keepLastHour(nowMs: number) {
        const fresh = lists.rows
          .peek()
          .flatMap(({ number, receivedAt }) => (Date.parse(receivedAt) >= nowMs - HOUR_MS ? [number] : []));
        marked.value = new Set(numbers.peek().filter((number) => fresh.includes(number)));
      },
      /** Chooses every row of the list. */
      chooseAll() {
        add(lists.rows.peek().map(({ number }) => number));
      },
      progress,
      /** Makes a change of the chosen tickets; those that were left stay chosen. */
      async change(make: (rows: QueueRow[], tell: (behind: number) => void) => Promise<ChangedMany>) {
        if (isClosing.peek()) return;
        const chosen = new Set(numbers.peek());
        const rows = lists.rows.peek().filter(({ number }) => chosen.has(number));
        isClosing.value = true;
        result.value = null;
        progress.value = { done: 0, of: rows.length };
        const changed = await make(rows, (done) => {
          progress.value = { done, of: rows.length };
        });
        isClosing.value = false;
        progress.value = null;
        marked.value = new Set(Object.values(changed.left).flat());
        result.value = { outcome: 'changed', changed };
        await lists.refresh();
      },
      clear() {
        marked.value = new Set();
        result.value = null;
      },
      /** Closes the chosen tickets, as they were when the list was last read. */
      async close(reason: CloseReason) {
        if (isClosing.peek() || numbers.peek().length === 0) return;
        const wanted = { numbers: numbers.peek(), reason, asOf: lists.readAt.peek() };
        const isSame = unanswered?.body.reason === reason && `${unanswered.body.numbers}` === `${wanted.numbers}`;
        const { body, key } = (isSame && unanswered) || { body: wanted, key: randomId(16) };
        isClosing.value = true;
        result.value = null;
        const answer = await client.closeTickets(body, key);
        isClosing.value = false;
        unanswered = answer.outcome === 'unanswered' ? { body, key } : null;
        if (answer.outcome !== 'ok') {
          result.value = { outcome: 'unanswered' };
          return;
        }
        const { closed, left, undo: possible } = answer.value;
        if (possible) undo.value = { ...possible, closed: closed.length };
        marked.value = new Set(left);
        result.value = { outcome: 'done', closed: closed.length, left };
        await lists.refresh();
      },
      /** Undoes the last closing; without an answer it can be tried again, which is the same. */
      async undoLast() {
        const last = undo.peek();
        if (!last || isClosing.peek()) return;
        isClosing.value = true;
        result.value = null;
        const answer = await client.undoClosing(last.closing);
        isClosing.value = false;
        if (answer.outcome === 'unanswered') {
          result.value = { outcome: 'undo-unanswered' };
          return;
        }
        undo.value = null;
        if (answer.outcome !== 'ok') {
          result.value = { outcome: 'undo-late' };
          return;
        }
        const { restored, left } = answer.value;
        result.value = { outcome: 'undone', restored: restored.length, left };
        await lists.refresh();
      },
    };
  },
);

export type ChoiceModel = InstanceType<typeof ChoiceModel>;
