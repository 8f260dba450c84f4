import type { Insertable, Kysely } from 'kysely';
import type { AlarmKind } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { AlarmsTable } from './tables/guard.ts';
import type { Tables } from './tables/tables.ts';

/** Whether an alarm of a kind was raised about a shop, or about none, since an instant. */
export async function wasRaised(
  db: Kysely<Tables>,
  { kind, shopId }: { kind: AlarmKind; shopId: number | null },
  since: InstantText,
): Promise<boolean> {
  const raised = db.selectFrom('alarms').select('id').where('kind', '=', kind).where('raised_at', '>', since);
  const about = shopId === null ? raised.where('shop_id', 'is', null) : raised.where('shop_id', '=', shopId);
  return (await about.executeTakeFirst()) !== undefined;
}

/** Adds an alarm; returns its id. */
export async function insertAlarm(db: Kysely<Tables>, alarm: Insertable<AlarmsTable>): Promise<number> {
  const { id } = await db.insertInto('alarms').values(alarm).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** An alarm that nobody acknowledged yet. */
export interface OpenAlarmRow {
  id: number;
  kind: AlarmKind;
  shop_id: number | null;
  shop_name: string | null;
  raised_at: InstantText;
}

/** The alarms that nobody acknowledged, the newest first. */
export async function openAlarms(db: Kysely<Tables>, limit: number): Promise<OpenAlarmRow[]> {
  return db
    .selectFrom('alarms')
    .leftJoin('shops', 'shops.id', 'alarms.shop_id')
    .select(['alarms.id', 'alarms.kind', 'alarms.shop_id', 'shops.shop_name', 'alarms.raised_at'])
    .where('alarms.acknowledged_at', 'is', null)
    .orderBy('alarms.raised_at', 'desc')
    .orderBy('alarms.id', 'desc')
    .limit(limit)
    .execute();
}

/** Whether there is such an alarm, and whether somebody acknowledged it. */
export async function findAlarm(db: Kysely<Tables>, id: number): Promise<{ isAcknowledged: boolean } | null> {
  const alarm = await db.selectFrom('alarms').select('acknowledged_at').where('id', '=', id).executeTakeFirst();
  return alarm ? { isAcknowledged: alarm.acknowledged_at !== null } : null;
}

/** Notes who acknowledged an alarm. */
export async function updateAcknowledged(
  db: Kysely<Tables>,
  id: number,
  acknowledged: { acknowledged_at: InstantText; acknowledged_by: string },
): Promise<void> {
  await db.updateTable('alarms').set(acknowledged).where('id', '=', id).execute();
}

/** How many sign-ins of agents failed since an instant. */
export async function failedSignIns(db: Kysely<Tables>, since: InstantText): Promise<number> {
  const { failed } = await db
    .selectFrom('audit')
    .select((select) => select.fn.countAll<number>().as('failed'))
    .where('action', '=', 'agent.sign-in-failed')
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(failed);
}
