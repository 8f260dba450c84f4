import { QueueFilters } from '../../contract/desk/read-queue.ts';
import {
  type DeskView,
  type KeepViewRequest,
  type ListedViews,
  MOST_VIEWS,
  STANDING_VIEWS,
  VIEW_COUNTS_TO,
} from '../../contract/desk/views.ts';
import type { Agent } from '../../identity/agent.ts';
import { toInstantText } from '../../store/instants.ts';
import { lock } from '../../store/lock.ts';
import type { Store, StoreAndClock } from '../../store/open.ts';
import { countEachQueued } from '../../store/queue-sections.ts';
import { deleteView, insertView, updateView, type ViewRow, viewsOf } from '../../store/views.ts';
import { readVendorSettings, type VendorSettings } from '../../vendor-settings/vendor-settings.ts';
import { boundsFor, storeBounds } from './queue-bounds.ts';
import { toQueueFilter } from './read-desk-queue.ts';

/** The views that an agent sees, and how many tickets of each wait, by one query for all. */
export async function listViews(
  { store: db, now, firstSettings }: StoreAndClock & { firstSettings: VendorSettings },
  agent: Agent,
): Promise<ListedViews> {
  const { openingHours } = await readVendorSettings(db, firstSettings);
  const bounds = storeBounds(now(), openingHours);
  const views = (await viewsOf(db, agent.id)).map(toView);
  const lists = [...views, ...STANDING_VIEWS.map((query) => ({ query }))].map(({ query }) => {
    const filters = filtersOf(query);
    if (!filters) return null;
    const among = ['waiting', { back: boundsFor(filters.assignee, bounds) }] as const;
    return { filter: toQueueFilter(filters, agent), among };
  });
  const counts = await countEachQueued(
    db,
    lists.filter((list) => list !== null),
    VIEW_COUNTS_TO,
  );
  const waiting = lists.map((list) => (list ? { waiting: counts.shift() ?? 0 } : {}));
  return {
    views: views.map((view, index) => ({ ...view, ...waiting[index] })),
    standing: STANDING_VIEWS.map((query, index) => ({ query, ...waiting[views.length + index] })),
  };
}

/** What filters in the query of a view; null for a search, and for a value that is none. */
function filtersOf(query: string): QueueFilters | null {
  const said = new URLSearchParams(query);
  if (said.get('q')) return null;
  const known = Object.keys(QueueFilters.def.shape).filter((name) => name !== 'cursor' && said.get(name));
  const read = QueueFilters.safeParse(Object.fromEntries(known.map((name) => [name, said.get(name)])));
  return read.success ? read.data : null;
}

/** Keeps a view under its name; null where there are too many. */
export async function keepView(
  { store, now }: StoreAndClock,
  agent: Agent,
  { name, query, isShared }: KeepViewRequest,
): Promise<DeskView | null> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'views');
    const among = (await viewsOf(transaction, agent.id)).filter(({ owner_id }) => (owner_id === null) === isShared);
    const same = among.find((one) => one.name === name);
    if (!same && among.length >= MOST_VIEWS) return null;
    const kept = same
      ? await updateView(transaction, same.id, { query })
      : await insertView(transaction, {
          owner_id: isShared ? null : agent.id,
          name,
          query,
          made_by: agent.id,
          made_at: toInstantText(now()),
        });
    return toView(kept);
  });
}

/** Renames or removes a view. @param name null removes it @returns whether the agent sees it: their own, or a shared one */
export async function changeView(db: Store, agent: Agent, id: number, name: string | null): Promise<boolean> {
  const view = (await viewsOf(db, agent.id)).find((one) => one.id === id);
  if (!view) return false;
  if (name === null) await deleteView(db, id);
  else await updateView(db, id, { name });
  return true;
}

function toView({ id, name, query, owner_id }: ViewRow): DeskView {
  return { id, name, query, isShared: owner_id === null };
}
