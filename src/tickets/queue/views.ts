import { type DeskView, type KeepViewRequest, MOST_VIEWS } from '../../contract/desk/views.ts';
import type { Agent } from '../../identity/agent.ts';
import { toInstantText } from '../../store/instants.ts';
import { lock } from '../../store/lock.ts';
import type { Store, StoreAndClock } from '../../store/open.ts';
import { deleteView, insertView, updateView, type ViewRow, viewsOf } from '../../store/views.ts';

/** The views that an agent sees. */
export async function listViews(db: Store, agent: Agent): Promise<DeskView[]> {
  return (await viewsOf(db, agent.id)).map(toView);
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
