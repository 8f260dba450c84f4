import { raiseAlarm } from '../guard/alarms.ts';
import { longestUnanswered } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import { mailService } from '../store/mail-service.ts';
import type { StoreAndClock } from '../store/open.ts';

/** Minutes for which the server may be away before somebody is told; where it refuses us that is told at once. */
const ALARM_MINUTES = 10;

/** Raises an alarm where letters wait because the mail server does not answer. @returns 1 where they do */
export async function watchServer({ store, now }: StoreAndClock): Promise<number> {
  if ((await mailService(store))?.is_on !== 1) return 0;
  const at = now();
  const waiting = await longestUnanswered(store);
  if (!waiting || waiting.created_at > toInstantText(at.subtract({ minutes: ALARM_MINUTES }))) return 0;
  await store.transaction().execute((transaction) => raiseAlarm(transaction, 'mail-stopped', null, at));
  return 1;
}
