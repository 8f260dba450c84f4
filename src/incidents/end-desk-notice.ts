import { findNotice } from '../store/notices.ts';
import type { StoreAndClock } from '../store/open.ts';
import { endNotice } from './end-notice.ts';

/**
 * Ends a notice without a reply to anybody: its tickets stay linked, and each is owed its reply as before.
 * @returns false when there is no such notice; true also when it has ended already
 */
export async function endDeskNotice({ store, now }: StoreAndClock, id: number, actor: string): Promise<boolean> {
  if (!(await findNotice(store, id))) return false;
  await endNotice(store, id, actor, now());
  return true;
}
