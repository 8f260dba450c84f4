import type { SettingsHistory } from '../contract/desk/settings.ts';
import { agentNames } from '../store/agents.ts';
import { auditOfSettings } from '../store/audit.ts';
import { macroTitles } from '../store/macros.ts';
import type { Store } from '../store/open.ts';

const PAGE = 50;

/**
 * The changes of settings, the newest first.
 * @param before the id of the last entry of the previous page
 */
export async function settingsHistory(db: Store, before: number | null): Promise<SettingsHistory> {
  const rows = await auditOfSettings(db, before, PAGE + 1);
  const entries = rows.slice(0, PAGE).map((row) => ({ ...row, details: JSON.parse(row.details) }));
  const names = await agentNames(db, new Set(entries.map(({ actor }) => actor)));
  const titles = await macroTitles(db, new Set(entries.flatMap(({ details }) => details.macro ?? [])));
  return {
    entries: entries.map(({ id, at, actor, action, details }) => ({
      id,
      at,
      by: { id: actor, name: names.get(actor) ?? null },
      action,
      subject: details.macro === undefined ? (details.name ?? null) : (titles.get(details.macro) ?? null),
      from: details.from ?? null,
      to: details.to ?? details.version ?? null,
    })),
    next: rows.length > PAGE ? String(entries.at(-1)?.id) : null,
  };
}
