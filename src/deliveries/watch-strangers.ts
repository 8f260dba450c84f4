import { raiseAlarm } from '../guard/alarms.ts';
import { wasStoppedSince } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import type { StoreAndClock } from '../store/open.ts';

/**
 * Raises an alarm where letters of the last hour did not go because so many went to addresses that never wrote to us:
 * somebody may be using us to flood strangers. @returns 1 where there were any
 */
export async function watchStrangers({ store, now }: StoreAndClock): Promise<number> {
  const at = now();
  if (!(await wasStoppedSince(store, 'total-limit', toInstantText(at.subtract({ hours: 1 }))))) return 0;
  await store.transaction().execute((transaction) => raiseAlarm(transaction, 'mail-strangers', null, at));
  return 1;
}
