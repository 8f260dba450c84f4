import { insertAudit } from '../store/audit.ts';
import { toInstantText } from '../store/instants.ts';
import { markNoticeEnded } from '../store/notices.ts';
import type { Store } from '../store/open.ts';

/**
 * Ends a notice at once, also one that has not begun: panels drop it with their next request.
 * @returns false when there is no active or coming notice with that id
 */
export async function endNotice(store: Store, id: number, actor: string, now: Temporal.Instant): Promise<boolean> {
  const at = toInstantText(now);
  return store.transaction().execute(async (transaction) => {
    const isEnded = await markNoticeEnded(transaction, id, at);
    const details = { notice: id };
    if (isEnded) await insertAudit(transaction, { at, actor, action: 'notice.ended', noticeId: id, details });
    return isEnded;
  });
}
