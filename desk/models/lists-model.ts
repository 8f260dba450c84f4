import { batch, computed, createModel, signal } from '@preact/signals';
import { serviceNow } from '../../browser/service-clock.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { Queue } from '../../src/contract/desk/read-queue.ts';
import type { Found } from '../../src/contract/desk/search.ts';
import type { DeskClient, Filters } from '../client/desk-client.ts';
import { COUNTED, type Expected, withExpected } from './expected.ts';
import { type ListAddress, type ListPlace, listQuery, NO_ADDRESS } from './list-address.ts';
import { readAgain } from './read-again.ts';

/** A part of the list: one section of the queue, all tickets, or the search results. */
export interface Section {
  section: Queue['sections'][number]['section'] | 'all' | 'found';
  /** null where it is not counted */
  count: number | null;
  tickets: QueueRow[];
  next: string | null;
}

/** What is found of nothing. */
const NOTHING: Found = { tickets: [], shops: [], why: [], number: null };

/** So many answers are kept while a question is typed, and taken back letter by letter. */
const MOST_ANSWERS = 20;

export type ListState = 'loading' | 'shown' | 'unanswered';

type ListsClient = Pick<DeskClient, 'readQueue' | 'listTickets' | 'search'>;

/**
 * The queue, the list of all tickets, their filters, and the search results. Rows are identified by ticket number, so a
 * new read keeps their place.
 */
export const ListsModel = createModel((client: ListsClient, address: ListAddress = NO_ADDRESS) => {
  const first = address.read();
  const view = signal(first.view);
  /** the last search, as typed */
  const question = signal(first.question);
  /** where it looks */
  const scope = signal(first.scope);
  /** what was found beside tickets, and why each ticket was */
  const found = signal<Found>(NOTHING);
  const filters = signal<Filters>(first.filters);
  /** of all tickets */
  const sort = signal(first.sort);
  /** the shop of the filter, for its name */
  const shop = signal<{ id: number; name: string } | null>(null);
  /** as they were read last */
  const read = signal<Section[]>([]);
  const readCounts = signal<Queue['counts'] | null>(null);
  /** what presses make of tickets, by number, until they are read again */
  const expected = signal<ReadonlyMap<string, Expected>>(new Map());
  /** those of which the service has taken every press */
  const settled = new Set<string>();
  const asExpected = (row: QueueRow) => ({ ...row, ...expected.value.get(row.number)?.row });
  const stays = ({ number }: QueueRow) => view.value !== 'queue' || !expected.value.get(number)?.leaves;
  const sections = computed(() =>
    expected.value.size === 0
      ? read.value
      : read.value.map((section) => {
          const tickets = section.tickets.filter(stays).map(asExpected);
          const gone = section.tickets.length - tickets.length;
          return { ...section, tickets, count: section.count === null ? null : section.count - gone };
        }),
  );
  const counts = computed(() => readCounts.value && withExpected(readCounts.value, expected.value.values()));
  const state = signal<ListState>('loading');
  /** when the shown list was read, by the service's clock */
  const readAt = signal('');
  /** when the queue changes next though nothing happens; null while something else is shown */
  const changesAt = signal<string | null>(null);
  /** tickets that came since the list was first read, for screen readers */
  const arrived = signal<QueueRow[]>([]);
  /** what opened rows stand for, by the shop of the row */
  const unfolded = signal<ReadonlyMap<number, QueueRow[]>>(new Map());
  const rows = computed(() =>
    sections.value.flatMap(({ tickets }) =>
      tickets.flatMap((row) => (row.folded === null ? row : (unfolded.value.get(row.shop.id) ?? row))),
    ),
  );
  /** the list was read and is empty */
  const isEmpty = computed(() => state.value === 'shown' && rows.value.length === 0);
  /** whether rows take as little room as they can */
  const isCompact = signal(first.isCompact);
  const answered = new Map<string, Extract<Awaited<ReturnType<DeskClient['search']>>, { outcome: 'ok' }>>();
  let asked = 0;
  let known: Set<string> | null = null;

  async function readSection(section: Section['section'], cursor: string | null): Promise<Section | null> {
    const answer = await client.readQueue(filters.peek(), cursor ?? undefined);
    return (answer.outcome === 'ok' && answer.value.sections.find((one) => one.section === section)) || null;
  }

  async function readAll(cursor: string | null): Promise<Section | null> {
    const answer = await client.listTickets(filters.peek(), sort.peek(), cursor ?? undefined);
    return answer.outcome === 'ok' ? { section: 'all', count: null, ...answer.value } : null;
  }

  const page = (section: Section['section'], cursor: string | null) =>
    section === 'all' ? readAll(cursor) : readSection(section, cursor);

  /** @param isFresh whether what was answered before to the same question will not do */
  async function readFound(isFresh: boolean): Promise<Section[] | null> {
    const key = `${scope.peek()} ${question.peek()}`;
    const before = isFresh ? undefined : answered.get(key);
    const answer = before ?? (await client.search(question.peek(), scope.peek()));
    if (answer.outcome !== 'ok') return null;
    answered.delete(key);
    answered.set(key, answer);
    for (const old of [...answered.keys()].slice(0, -MOST_ANSWERS)) answered.delete(old);
    if (key === `${scope.peek()} ${question.peek()}`) found.value = answer.value;
    return [{ section: 'found', count: null, tickets: answer.value.tickets, next: null }];
  }

  async function readCountsAlone(): Promise<void> {
    const answer = await client.readQueue({});
    if (answer.outcome === 'ok') readCounts.value ??= answer.value.counts;
  }

  async function readFirst(isFresh: boolean): Promise<Section[] | null> {
    if (view.peek() !== 'queue') changesAt.value = null;
    // The tabs count what waits, whatever is shown.
    if (view.peek() !== 'queue' && readCounts.peek() === null) void readCountsAlone();
    if (view.peek() === 'found') return readFound(isFresh);
    if (view.peek() === 'all') {
      const all = await readAll(null);
      return all && [all];
    }
    const answer = await client.readQueue(filters.peek());
    if (answer.outcome !== 'ok') return null;
    readCounts.value = answer.value.counts;
    changesAt.value = answer.value.changesAt ?? null;
    return answer.value.sections;
  }

  /** All tickets that one row of this shop stands for; null when there was no response. */
  async function readFold(shopId: number): Promise<QueueRow[] | null> {
    const fold: QueueRow[] = [];
    let cursor: string | null = null;
    do {
      const answer = await client.readQueue({ ...filters.peek(), unfold: `${shopId}` }, cursor ?? undefined);
      if (answer.outcome !== 'ok') return null;
      const [page] = answer.value.sections;
      fold.push(...(page?.tickets ?? []));
      cursor = page?.next ?? null;
    } while (cursor !== null);
    return withoutRepeats(fold);
  }

  /** The rows that were opened and are still there, read again. */
  async function readFolds(read: readonly Section[]): Promise<Map<number, QueueRow[]>> {
    const shopIds = read.flatMap(({ tickets }) => tickets.flatMap(({ folded, shop }) => (folded ? [shop.id] : [])));
    const open = shopIds.filter((shopId) => unfolded.peek().has(shopId));
    const folds = await Promise.all(
      open.map(async (shopId) => [shopId, (await readFold(shopId)) ?? unfolded.peek().get(shopId) ?? []] as const),
    );
    return new Map(folds);
  }

  async function readList(isFresh: boolean): Promise<void> {
    const mine = ++asked;
    const known = new Set(settled);
    const began = new Date(serviceNow()).toISOString();
    const first = await readFirst(isFresh);
    const all =
      first &&
      (await Promise.all(
        first.map((section) =>
          readAgain(section, lengthOf(read.peek(), section.section), (cursor) => page(section.section, cursor)),
        ),
      ));
    const folds = all && (await readFolds(all));
    if (mine !== asked) return;
    state.value = all ? 'shown' : 'unanswered';
    if (!all || !folds) return;
    batch(() => {
      read.value = all;
      forget(known);
      readAt.value = began;
      unfolded.value = folds;
    });
    tellArrived();
  }

  /** Announces tickets that were not in the list at the last read; the first read announces none. */
  function tellArrived(): void {
    const now = rows.peek();
    if (known) {
      const fresh = now.filter(({ number }) => !known?.has(number));
      if (fresh.length > 0) arrived.value = fresh;
    }
    known = new Set([...(known ?? []), ...now.map(({ number }) => number)]);
  }

  function forget(numbers: ReadonlySet<string>): void {
    for (const number of numbers) settled.delete(number);
    if (numbers.size > 0) expected.value = new Map([...expected.peek()].filter(([number]) => !numbers.has(number)));
  }

  /** where a search leads back to */
  let before: ListPlace | null = null;

  const refresh = () => readList(true);

  const place = (): ListPlace => ({
    view: view.peek(),
    filters: filters.peek(),
    sort: sort.peek(),
    question: question.peek(),
    scope: scope.peek(),
    isCompact: isCompact.peek(),
  });

  /** Shows another list. What is shown stays until it is there where the new one is likely to be much the same. */
  function show(change: () => void, isStep = true, isLikely = false): Promise<void> {
    batch(() => {
      change();
      if (view.peek() !== 'all') sort.value = 'newest';
      if (!isLikely) read.value = [];
      unfolded.value = new Map();
      state.value = 'loading';
    });
    known = null;
    if (view.peek() !== 'found') before = null;
    address.write(place(), isStep);
    return readList(false);
  }

  function take({
    view: to,
    filters: by,
    sort: order,
    question: asked,
    scope: where,
    isCompact: dense,
  }: ListPlace): void {
    view.value = to;
    filters.value = by;
    sort.value = order;
    question.value = asked;
    scope.value = where;
    isCompact.value = dense;
  }
  address.follow((there) => {
    if (listQuery(there) !== listQuery(place())) show(() => take(there));
  });

  return {
    view,
    question,
    scope,
    found,
    place,
    filters,
    sort,
    shop: computed(() => {
      const known = [shop.value, ...rows.value.map((row) => row.shop)];
      return known.find((one) => filters.value.shop === `${one?.id}`) ?? null;
    }),
    sections,
    counts,
    state,
    isEmpty,
    arrived,
    rows,
    unfolded,
    readAt,
    changesAt,
    isCompact,
    setCompact(isIt: boolean) {
      isCompact.value = isIt;
      address.write(place(), false);
    },
    /** Shows what an address says, such as that of a kept view. */
    go(to: ListPlace) {
      show(() => take({ ...to, isCompact: isCompact.peek() }));
    },
    /** Opens the rows that stand for outages of these shops. */
    async unfold(shopIds: ReadonlySet<number>) {
      const mine = asked;
      const closed = sections
        .peek()
        .flatMap(({ tickets }) => tickets.flatMap(({ folded, shop }) => (folded === null ? [] : [shop.id])))
        .filter((shopId) => shopIds.has(shopId) && !unfolded.peek().has(shopId));
      const folds = await Promise.all(closed.map(async (shopId) => [shopId, await readFold(shopId)] as const));
      if (mine !== asked) return;
      const read = folds.flatMap(([shopId, fold]) => (fold ? [[shopId, fold] as const] : []));
      unfolded.value = new Map([...unfolded.peek(), ...read]);
    },
    /** Opens or closes the row that stands for a shop's unproven outages. */
    async toggleFold(shopId: number) {
      const mine = asked;
      const isOpen = unfolded.peek().has(shopId);
      const fold = isOpen ? null : await readFold(shopId);
      if (mine !== asked) return;
      const left = [...unfolded.peek()].filter(([of]) => of !== shopId);
      unfolded.value = new Map(fold ? [...left, [shopId, fold]] : left);
    },
    refresh,
    /** Shows what a press makes of a ticket, until the list is read again after `settle`. */
    expect(number: string, will: Expected) {
      const before = expected.peek().get(number);
      settled.delete(number);
      const row = { ...before?.row, ...will.row };
      const sum = { ...will.counts };
      for (const name of COUNTED) sum[name] += before?.counts[name] ?? 0;
      expected.value = new Map(expected.peek()).set(number, { row, leaves: will.leaves, counts: sum });
    },
    /** The service has answered: what is expected stays until the next read, or is taken back. */
    settle(number: string, isAccepted: boolean) {
      if (isAccepted) settled.add(number);
      else forget(new Set([number]));
    },
    /** Searches by words, number, telephone, address or shop; while it is typed, the last question wins. */
    search(asked: string, where = scope.peek()) {
      const isTyped = view.peek() === 'found';
      if (isTyped && asked === question.peek() && where === scope.peek()) return Promise.resolve();
      before ??= place();
      return show(
        () => {
          view.value = 'found';
          question.value = asked;
          scope.value = where;
        },
        !isTyped,
        isTyped,
      );
    },
    /** Ends the search, back to the list before it. */
    endSearch() {
      if (view.peek() !== 'found') return;
      const back = before;
      before = null;
      show(() => take(back ?? { ...place(), view: 'queue', question: '', scope: 'all' }));
    },
    /** Shows the queue, or all tickets; of everybody, mine or nobody's. The other filters stay. */
    choose(to: 'queue' | 'all', assignee?: 'me' | 'none') {
      const { assignee: before, ...others } = filters.peek();
      if (view.peek() === to && before === assignee) return;
      show(() => {
        view.value = to;
        filters.value = assignee === undefined ? others : { ...others, assignee };
      });
    },
    /** Shows all tickets of a shop, or what waits of it. */
    showShop(of: { id: number; name: string }, where: 'queue' | 'all' = 'all') {
      show(() => {
        view.value = where;
        filters.value = { shop: `${of.id}` };
        shop.value = of;
      });
    },
    /** Adds a filter by shop to the current filters. */
    onlyShop(of: { id: number; name: string }) {
      show(() => {
        if (view.peek() === 'found') view.value = 'all';
        filters.value = { ...filters.peek(), shop: `${of.id}` };
        shop.value = of;
      });
    },
    /** Sets filters; an empty text removes one. */
    filter(change: Filters) {
      const all = Object.entries({ ...filters.peek(), ...change });
      show(() => {
        filters.value = Object.fromEntries(all.filter(([, value]) => value !== ''));
      });
    },
    async more(section: Section['section']) {
      const mine = asked;
      const before = read.peek().find((one) => one.section === section);
      const next = before?.next ? await page(section, before.next) : null;
      if (!next || mine !== asked) return;
      read.value = read
        .peek()
        .map((one) =>
          one.section === section
            ? { ...one, tickets: withoutRepeats([...one.tickets, ...next.tickets]), next: next.next }
            : one,
        );
    },
    /** The ticket before or after another in the list; the first when that one is not in the list. */
    neighbour(number: string | null, step: 1 | -1) {
      const numbers = rows.peek().map((row) => row.number);
      const index = number === null ? -1 : numbers.indexOf(number);
      if (index < 0) return numbers[0] ?? null;
      return numbers[Math.min(numbers.length - 1, Math.max(0, index + step))] ?? null;
    },
  };
});

export type ListsModel = InstanceType<typeof ListsModel>;

function lengthOf(sections: readonly Section[], name: Section['section']): number {
  return sections.find(({ section }) => section === name)?.tickets.length ?? 0;
}

function withoutRepeats(tickets: readonly QueueRow[]): QueueRow[] {
  return [...new Map(tickets.map((ticket) => [ticket.number, ticket])).values()];
}
