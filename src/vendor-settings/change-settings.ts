import { type Setting, settingFits } from '../contract/shops/settings.ts';
import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { putSetting } from '../store/settings.ts';
import { changedValues, settingValues, type VendorSettings } from './vendor-settings.ts';

/** A change of one setting. */
export interface SettingChange {
  name: Setting;
  /** its value when the change was begun; a newer value is not overwritten */
  from: string | null;
  to: string | null;
}

/** `unfit`: an invalid value. `conflict`: one of the settings was changed meanwhile. Neither stores anything. */
export type SettingsChanged =
  | { outcome: 'changed' }
  | { outcome: 'unfit'; name: Setting }
  | { outcome: 'conflict'; name: Setting };

/**
 * Changes settings, all of them or none. Each is a line of the audit trail with both values, which are no personal
 * data.
 * @param first the environment's values, for settings that were never changed
 * @param actor an agent's id, or `operator`
 */
export async function changeSettings(
  store: Store,
  first: VendorSettings,
  changes: readonly SettingChange[],
  actor: string,
  now: Temporal.Instant,
): Promise<SettingsChanged> {
  const unfit = changes.find(({ name, to }) => !settingFits(name, to));
  if (unfit) return { outcome: 'unfit', name: unfit.name };
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'settings');
    const values = { ...settingValues(first), ...(await changedValues(transaction)) };
    const fresh = changes.filter(({ name, to }) => values[name] !== to);
    const overtaken = fresh.find(({ name, from }) => values[name] !== from);
    if (overtaken) return { outcome: 'conflict', name: overtaken.name };
    for (const { name, from, to } of fresh) {
      await putSetting(transaction, { name, value: to, changed_by: actor, changed_at: at });
      await appendEvent(transaction, { at, actor, action: 'settings.changed', details: { name, from, to } });
    }
    return { outcome: 'changed' };
  });
}
