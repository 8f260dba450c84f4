import { batch, computed, createModel, signal } from '@preact/signals';
import type { DeskAlarm } from '../../src/contract/desk/alarms.ts';
import type { DeskClient } from '../client/desk-client.ts';

/** Open alarms of one kind about one shop. They are raised again each hour, and are one thing to look at. */
export interface Alarm {
  /** the same for every alarm of the kind and the shop */
  key: string;
  kind: DeskAlarm['kind'];
  /** null when it is about none or about all */
  shop: DeskAlarm['shop'];
  ids: number[];
  /** when the first of them was raised, and the last */
  since: string;
  last: string;
}

/** What nobody acknowledged yet, the newest first. It is read of the service only: a reload loses nothing. */
export const AlarmsModel = createModel((client: Pick<DeskClient, 'listAlarms' | 'acknowledgeAlarm'>) => {
  const open = signal<DeskAlarm[]>([]);
  const alarms = computed(() => toAlarms(open.value));
  /** those that came with the last read, for screen readers; the first read brings all */
  const arrived = signal<Alarm[]>([]);
  /** the alarm whose acknowledgement had no response */
  const failed = signal<string | null>(null);
  let known: ReadonlySet<number> = new Set();
  let asked = 0;

  async function refresh(): Promise<void> {
    const mine = ++asked;
    const answer = await client.listAlarms();
    if (mine !== asked || answer.outcome !== 'ok') return;
    const fresh = new Set(answer.value.filter(({ id }) => !known.has(id)).map(({ id }) => id));
    known = new Set(answer.value.map(({ id }) => id));
    batch(() => {
      open.value = answer.value;
      if (fresh.size > 0) arrived.value = alarms.value.filter(({ ids }) => ids.some((id) => fresh.has(id)));
    });
  }

  return {
    alarms,
    arrived,
    failed,
    refresh,
    /** Tells the service that the agent has seen an alarm: it goes from every desk. */
    async acknowledge({ key, ids }: Alarm) {
      failed.value = null;
      const answers = await Promise.all(ids.map(client.acknowledgeAlarm));
      if (answers.some(({ outcome }) => outcome === 'unanswered')) failed.value = key;
      await refresh();
    },
  };
});

export type AlarmsModel = InstanceType<typeof AlarmsModel>;

/** From alarms, the newest first, one for each kind and shop. */
function toAlarms(open: readonly DeskAlarm[]): Alarm[] {
  const groups = new Map<string, Alarm>();
  for (const { id, kind, shop, raisedAt } of open) {
    const key = `${kind} ${shop?.id ?? ''}`;
    const { ids, last } = groups.get(key) ?? { ids: [], last: raisedAt };
    groups.set(key, { key, kind, shop, ids: [...ids, id], since: raisedAt, last });
  }
  return [...groups.values()];
}
