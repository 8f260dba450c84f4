import { QUEUE_COUNTS_TO, type Queue, type QueueFilters, type QueueQuery } from '../../contract/desk/read-queue.ts';
import { foldToWords } from '../../contract/fold.ts';
import { SECTIONS, type Section } from '../../contract/lists.ts';
import type { Agent } from '../../identity/agent.ts';
import { toPublicInstant } from '../../store/instants.ts';
import type { StoreAndClock } from '../../store/open.ts';
import type { QueueFilter, QueuePage } from '../../store/queue.ts';
import { type Counted, countQueued, queuedDueSoon, queuedLater, queuedPromised } from '../../store/queue-sections.ts';
import { readVendorSettings, type VendorSettings } from '../../vendor-settings/vendor-settings.ts';
import { nextChange } from './next-change.ts';
import { boundsFor, storeBounds } from './queue-bounds.ts';
import { type QueueCursor, writeCursor } from './queue-cursor.ts';
import { countFold, lineOf, type QueueLine, readFold, readOutages } from './read-outages.ts';
import { toQueueRows } from './to-queue-row.ts';

const PAGE = 50;

/** Maps the filters of a request to the store's. */
export function toQueueFilter({ assignee, shop, tag, mentioned, ...others }: QueueFilters, agent: Agent): QueueFilter {
  const { cursor: _, ...filter } = others;
  return {
    ...filter,
    ...(assignee && { assigneeId: assignee === 'me' ? agent.id : assignee === 'none' ? null : assignee }),
    ...(tag !== undefined && { tag: foldToWords(tag) }),
    ...(mentioned && { mentionedId: agent.id }),
    ...(shop !== undefined && { shopId: Number(shop) }),
  };
}

/**
 * The tickets that wait for us, in the order of `policy/queue`.
 * @param cursor returns only the next page of its section
 */
export async function readDeskQueue(
  { store: db, now, firstSettings }: StoreAndClock & { firstSettings: VendorSettings },
  agent: Agent,
  { unfold, ...filters }: QueueQuery,
  cursor: QueueCursor | null,
): Promise<Queue> {
  const { openingHours: hours } = await readVendorSettings(db, firstSettings);
  const filter = toQueueFilter(filters, agent);
  const at = cursor?.at ?? now();
  const bounds = storeBounds(at, hours);
  const count = async (all: readonly Counted[], wanted = filter) => {
    let sum = 0;
    for (const counted of all) sum += await countQueued(db, counted, wanted, QUEUE_COUNTS_TO);
    return Math.min(sum, QUEUE_COUNTS_TO);
  };
  const ownBounds = boundsFor('me', bounds);
  const backBounds = boundsFor(filters.assignee, bounds);
  const everySection = ['waiting', { back: bounds }] as const;

  const sections: Record<Section, [read: (page: QueuePage) => Promise<QueueLine[]>, count: () => Promise<number>]> = {
    outages:
      unfold === undefined
        ? [(page) => readOutages(db, page), () => count([{ outage: 1 }])]
        : [(page) => readFold(db, Number(unfold), page), () => countFold(db, Number(unfold), filter)],
    'due-soon': [
      async (page) => (await queuedDueSoon(db, bounds, page)).map(lineOf),
      () => count([{ promised: 1, dueUntil: bounds.soonUntil }]),
    ],
    promised: [
      async (page) => (await queuedPromised(db, backBounds, page)).map(lineOf),
      () => count([{ back: backBounds }]),
    ],
    queue: [
      async (page) => (await queuedLater(db, bounds, page)).map(lineOf),
      () => count([{ promised: 1, dueAfter: bounds.soonUntil }, { promised: 0 }]),
    ],
  };

  const names = cursor ? [cursor.section] : unfold === undefined ? SECTIONS : (['outages'] as const);
  const answer: Queue = {
    at: toPublicInstant(at),
    ...(names === SECTIONS && { changesAt: (await nextChange(db, at, hours)).toString() }),
    sections: [],
    counts: {
      all: await count(everySection, {}),
      mine: await count(['waiting', { back: ownBounds }], { assigneeId: agent.id }),
      unassigned: await count(everySection, { assigneeId: null }),
      outages: (await count([{ outage: 1 }], {})) - (await count([{ outage: 1 }], { assigneeId: agent.id })),
    },
  };
  for (const section of names) {
    const [read, total] = sections[section];
    const rows = await read({ limit: PAGE + 1, filter, ...(cursor && { after: cursor.after }) });
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const shown = await toQueueRows(
      db,
      agent.id,
      page.map(({ ticket }) => ticket),
    );
    answer.sections.push({
      section,
      count: !cursor && rows.length <= PAGE ? Math.min(ticketsOf(rows), QUEUE_COUNTS_TO) : await total(),
      tickets: shown.map((row, index) => ({ ...row, folded: page[index]?.folded ?? null })),
      next: rows.length > PAGE && last ? writeCursor({ section, at, after: last.key }) : null,
    });
  }
  return answer;
}

/** How many tickets rows stand for. */
function ticketsOf(rows: readonly QueueLine[]): number {
  return rows.reduce((sum, { folded }) => sum + (folded ?? 1), 0);
}
