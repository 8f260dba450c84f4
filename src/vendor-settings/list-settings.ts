import type { DeskSettings } from '../contract/desk/settings.ts';
import { SETTINGS } from '../contract/shops/settings.ts';
import { agentNames } from '../store/agents.ts';
import type { Store } from '../store/open.ts';
import { currentVersion } from '../store/releases.ts';
import { storedSettings } from '../store/settings.ts';
import { settingValues, type VendorSettings } from './vendor-settings.ts';

/** All settings with their values and who set them last; null stands for the environment. */
export async function listSettings(db: Store, first: VendorSettings): Promise<DeskSettings> {
  const values = settingValues(first);
  const stored = new Map((await storedSettings(db)).map((row) => [row.name, row]));
  const names = await agentNames(db, new Set([...stored.values()].map(({ changed_by }) => changed_by)));
  return {
    settings: SETTINGS.map((name) => {
      const row = stored.get(name);
      if (!row) return { name, value: values[name], changed: null };
      const by = { id: row.changed_by, name: names.get(row.changed_by) ?? null };
      return { name, value: row.value, changed: { at: row.changed_at, by } };
    }),
    currentVersion: await currentVersion(db),
  };
}
