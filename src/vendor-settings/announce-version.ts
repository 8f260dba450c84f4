import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store } from '../store/open.ts';
import { currentVersion, insertRelease } from '../store/releases.ts';

/** Who announces a version, and the version it replaces. */
export interface Announcer {
  /** an agent's id, or `operator` */
  actor: string;
  /** the version that was current when the change was begun; without it any version is replaced */
  over?: string | null;
}

/**
 * Makes a version of the shop program the current one (A1).
 * @returns false when the current version is no longer `over`: nothing is announced
 */
export async function announceVersion(
  store: Store,
  version: string,
  now: Temporal.Instant,
  { actor, over }: Announcer = { actor: 'operator' },
): Promise<boolean> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, 'settings');
    const from = await currentVersion(transaction);
    if (over !== undefined && from === version) return true;
    if (over !== undefined && from !== over) return false;
    await insertRelease(transaction, version, at);
    await appendEvent(transaction, { at, actor, action: 'version.announced', details: { version, from } });
    return true;
  });
}
