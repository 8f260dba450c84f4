import { MOST_MACROS } from '../contract/desk/change-macro.ts';
import type { DeskMacro } from '../contract/desk/list-macros.ts';
import { scopeClauses, updatesClause } from '../policy/scope-clauses.ts';
import { agentNames } from '../store/agents.ts';
import { toPublicInstant } from '../store/instants.ts';
import { archivedMacros, type MacroRow, offeredMacros } from '../store/macros.ts';
import type { Store } from '../store/open.ts';

/**
 * The macros that agents can insert: the vendor's own texts, then the rules on what is not covered, and where updates are.
 * @param updates the page where one signs in for them (C3); nothing is said of it while the vendor names none
 */
export async function listMacros(db: Store, updates: string | null = null): Promise<DeskMacro[]> {
  const rules = updates === null ? scopeClauses() : [...scopeClauses(), updatesClause(updates)];
  const clauses = rules.map(({ id, title, text }) => ({
    id,
    title: `${id} · ${title}`,
    text,
    kind: 'scope' as const,
    status: null,
    followUp: null,
    version: 0,
    changed: null,
  }));
  return [...(await toDeskMacros(db, await offeredMacros(db))), ...clauses];
}

/** The archived macros, the last archived first. */
export async function listArchived(db: Store): Promise<DeskMacro[]> {
  return toDeskMacros(db, await archivedMacros(db, MOST_MACROS));
}

/** Maps macros to the contract, with the names of the agents who changed them. */
export async function toDeskMacros(db: Store, rows: readonly MacroRow[]): Promise<DeskMacro[]> {
  const names = await agentNames(db, new Set(rows.flatMap(({ changed_by }) => changed_by ?? [])));
  return rows.map(({ id, title, text, status, follow_up, version, changed_by, changed_at }) => ({
    id,
    title,
    text,
    kind: 'own',
    status,
    followUp: follow_up,
    version,
    changed:
      changed_by !== null && changed_at !== null
        ? {
            at: toPublicInstant(Temporal.Instant.from(changed_at)),
            by: { id: changed_by, name: names.get(changed_by) ?? changed_by },
          }
        : null,
  }));
}
