import type { DeskAlarm } from '../contract/desk/alarms.ts';
import type { AlarmKind } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { ALARM_HOURS, FAILED_SIGN_INS } from '../policy/alarm.ts';
import { failedSignIns, findAlarm, insertAlarm, openAlarms, updateAcknowledged, wasRaised } from '../store/alarms.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';

/** What it takes to raise an alarm outside of a transaction. */
export type AlarmDeps = StoreAndClock;

/** How many open alarms the desk is shown. */
const SHOWN = 100;

/**
 * Raises an alarm, with its event, unless the same one about the same shop was raised within its window.
 * @param shopId the shop it is about; null when it is about none or about all
 */
export async function raiseAlarm(
  transaction: Store,
  kind: AlarmKind,
  shopId: number | null,
  now: Temporal.Instant,
): Promise<void> {
  const since = toInstantText(now.subtract({ hours: ALARM_HOURS[kind] }));
  if (await wasRaised(transaction, { kind, shopId }, since)) return;
  await lock(transaction, `alarm:${kind}:${shopId ?? ''}`);
  if (await wasRaised(transaction, { kind, shopId }, since)) return;
  const at = toInstantText(now);
  const alarm = await insertAlarm(transaction, { kind, shop_id: shopId, raised_at: at });
  await appendEvent(transaction, { at, actor: 'clock', action: 'alarm.raised', details: { alarm, kind, shopId } });
}

/** Raises the alarm of pairs that name no shop; whoever counts them decides when. */
export async function tellOfUnknownPairs({ store, now }: AlarmDeps): Promise<void> {
  await store.transaction().execute((transaction) => raiseAlarm(transaction, 'unknown-pairs', null, now()));
}

/** Raises an alarm when too many sign-ins of agents failed within the hour. */
export async function watchSignIns({ store, now }: AlarmDeps): Promise<void> {
  const since = toInstantText(now().subtract({ hours: ALARM_HOURS['failed-sign-ins'] }));
  if ((await failedSignIns(store, since)) < FAILED_SIGN_INS) return;
  await store.transaction().execute((transaction) => raiseAlarm(transaction, 'failed-sign-ins', null, now()));
}

/** The alarms that nobody acknowledged, the newest first. */
export async function listAlarms(store: Store): Promise<DeskAlarm[]> {
  return (await openAlarms(store, SHOWN)).map(({ id, kind, shop_id, shop_name, raised_at }) => ({
    id,
    kind,
    shop: shop_id === null || shop_name === null ? null : { id: shop_id, name: shop_name },
    raisedAt: toPublicInstant(Temporal.Instant.from(raised_at)),
  }));
}

/** Notes that an agent saw an alarm; false when there is none. A second acknowledgement changes nothing. */
export async function acknowledgeAlarm({ store, now }: StoreAndClock, id: number, actor: string): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    await lock(transaction, `alarm:${id}`);
    const alarm = await findAlarm(transaction, id);
    if (!alarm || alarm.isAcknowledged) return alarm !== null;
    const at = toInstantText(now());
    await updateAcknowledged(transaction, id, { acknowledged_at: at, acknowledged_by: actor });
    await appendEvent(transaction, { at, actor, action: 'alarm.acknowledged', details: { alarm: id } });
    return true;
  });
}
