import { type MacroFields, MOST_MACROS } from '../contract/desk/change-macro.ts';
import type { DeskMacro } from '../contract/desk/list-macros.ts';
import { appendEvent } from '../events/append-event.ts';
import { sha256 } from '../identity/token.ts';
import { type InstantText, toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { findMacro, insertMacro, type MacroRow, offeredMacros, updateMacro } from '../store/macros.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { toDeskMacros } from './list-macros.ts';

/** `conflict`: the macro, or the list of macros, was changed meanwhile. Nothing is stored then. */
export type MacroChanged = 'changed' | 'not-found' | 'conflict' | 'list-full';

/** The outcome of adding a macro. */
export type MacroAdded = { outcome: 'added'; macro: DeskMacro } | { outcome: 'list-full' | 'key-reused' };

/**
 * Adds a macro at the end of the list. Its id comes from the key, so that a repeated request adds nothing.
 * @param key the request's idempotency key; a key that came with another text is refused, so that newer text is not
 * lost silently. Once the macro has been changed that cannot be checked, and its current state is returned
 */
export async function addMacro(
  deps: StoreAndClock,
  actor: string,
  key: string,
  fields: MacroFields,
): Promise<MacroAdded> {
  const id = `m_${sha256(`${actor} ${key}`).slice(0, 16)}`;
  return locked(deps, async (transaction, at) => {
    const earlier = await findMacro(transaction, id);
    if (earlier?.version === 1 && !saysTheSame(earlier, fields)) return { outcome: 'key-reused' };
    if (earlier) return added(transaction, earlier);
    const offered = await offeredMacros(transaction);
    if (offered.length >= MOST_MACROS) return { outcome: 'list-full' };
    const changed = { version: 1, archived_at: null, changed_by: actor, changed_at: at };
    const row = { id, ...columnsOf(fields), ...changed, position: endOf(offered) };
    await insertMacro(transaction, row);
    await appendEvent(transaction, { at, actor, action: 'macro.added', details: { macro: id } });
    return added(transaction, row);
  });
}

/** Changes a macro, unless its version is newer than the one that was read. */
export async function changeMacro(
  deps: StoreAndClock,
  actor: string,
  id: string,
  { version, ...fields }: MacroFields & { version: number },
): Promise<MacroChanged> {
  return locked(deps, async (transaction, at) => {
    const row = await findMacro(transaction, id);
    if (!row) return 'not-found';
    if (saysTheSame(row, fields)) return 'changed';
    if (row.version !== version) return 'conflict';
    const changed = { version: row.version + 1, changed_by: actor, changed_at: at };
    await updateMacro(transaction, id, { ...columnsOf(fields), ...changed });
    await appendEvent(transaction, { at, actor, action: 'macro.changed', details: { macro: id } });
    return 'changed';
  });
}

/** Archives a macro, or restores it at the end of the list. */
export async function archiveMacro(
  deps: StoreAndClock,
  actor: string,
  id: string,
  isArchived: boolean,
): Promise<MacroChanged> {
  return locked(deps, async (transaction, at) => {
    const row = await findMacro(transaction, id);
    if (!row) return 'not-found';
    if ((row.archived_at !== null) === isArchived) return 'changed';
    const offered = await offeredMacros(transaction);
    if (!isArchived && offered.length >= MOST_MACROS) return 'list-full';
    const place = isArchived ? {} : { position: endOf(offered) };
    await updateMacro(transaction, id, { archived_at: isArchived ? at : null, ...place });
    await appendEvent(transaction, {
      at,
      actor,
      action: isArchived ? 'macro.archived' : 'macro.restored',
      details: { macro: id },
    });
    return 'changed';
  });
}

/** Puts all macros into a new order; refused when others were added or archived meanwhile. */
export async function orderMacros(deps: StoreAndClock, actor: string, ids: readonly string[]): Promise<MacroChanged> {
  return locked(deps, async (transaction, at) => {
    const before = (await offeredMacros(transaction)).map(({ id }) => id);
    if (before.toSorted().join() !== ids.toSorted().join()) return 'conflict';
    if (before.join() === ids.join()) return 'changed';
    for (const [index, id] of ids.entries()) await updateMacro(transaction, id, { position: index + 1 });
    await appendEvent(transaction, { at, actor, action: 'macro.ordered' });
    return 'changed';
  });
}

/** Does some work under the lock of the list of macros. */
function locked<Done>(
  { store, now }: StoreAndClock,
  work: (transaction: Store, at: InstantText) => Promise<Done>,
): Promise<Done> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'macros');
    return work(transaction, toInstantText(now()));
  });
}

function columnsOf({ title, text, status, followUp }: MacroFields) {
  return { title, text, status, follow_up: followUp };
}

function saysTheSame(row: MacroRow, { title, text, status, followUp }: MacroFields): boolean {
  return row.title === title && row.text === text && row.status === status && row.follow_up === followUp;
}

async function added(transaction: Store, row: MacroRow): Promise<MacroAdded> {
  const [macro] = await toDeskMacros(transaction, [row]);
  if (!macro) throw new Error(`Macro ${row.id} cannot be shown`);
  return { outcome: 'added', macro };
}

function endOf(offered: readonly MacroRow[]): number {
  return (offered.at(-1)?.position ?? 0) + 1;
}
