import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { insertRelease } from '../store/releases.ts';

/** Makes a version of the shop program the current one (A1). */
export async function announceVersion(store: Store, version: string, now: Temporal.Instant): Promise<void> {
  const at = toInstantText(now);
  await store.transaction().execute(async (transaction) => {
    await insertRelease(transaction, version, at);
    await insertAudit(transaction, { at, actor: 'operator', action: 'version.announced', details: { version } });
  });
}
