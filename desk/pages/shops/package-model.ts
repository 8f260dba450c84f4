import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../../browser/random-id.ts';
import { type AddPackageRequest, MOST_MONTHS, type PackagePreview } from '../../../src/contract/desk/change-shop.ts';
import type { ShopsClient } from './shops-client.ts';

/** The usual lengths of packages in months (R2). */
export const USUAL_MONTHS = ['3', '6'] as const;

export interface PackageDeps {
  /** the shop's id */
  id: string;
  client: Pick<ShopsClient, 'preview' | 'addPackage'>;
  /** today in Poland, as `2026-11-22` */
  today: string;
  /** the last day of the shop has changed */
  onAdded: () => Promise<void>;
}

/** A new extension package: a preview shows what it would cover before it is saved. */
export const PackageModel = createModel(({ id, client, today, onAdded }: PackageDeps) => {
  const months = signal('3');
  const purchasedOn = signal(today);
  const preview = signal<PackagePreview | null>(null);
  /** the new last day after it was added */
  const added = signal<string | null>(null);
  /** a problem's code, or `unanswered` */
  const failure = signal<string | null>(null);
  const isBusy = signal(false);
  const bought = computed((): AddPackageRequest | null => {
    const count = Number(months.value);
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_MONTHS;
    return isCount && purchasedOn.value ? { months: count, purchasedOn: purchasedOn.value } : null;
  });
  let turn = 0;
  let attempt: { key: string; body: string } | null = null;

  async function refresh(): Promise<void> {
    const mine = ++turn;
    preview.value = null;
    failure.value = bought.peek() ? null : 'invalid-request';
    const wanted = bought.peek();
    if (!wanted) return;
    const answer = await client.preview(id, wanted);
    if (mine !== turn) return;
    if (answer.outcome === 'ok') preview.value = answer.value;
    else failure.value = answer.outcome === 'refused' ? answer.code : 'unanswered';
  }

  return {
    months,
    purchasedOn,
    preview,
    added,
    failure,
    isBusy,
    refresh,
    async edit(change: { months?: string; purchasedOn?: string }) {
      months.value = change.months ?? months.peek();
      purchasedOn.value = change.purchasedOn ?? purchasedOn.peek();
      added.value = null;
      await refresh();
    },
    /** Begins another package after one was added: a second press alone adds nothing. */
    again() {
      added.value = null;
    },
    /** Saves the previewed package; does nothing without a preview. */
    async add() {
      const wanted = bought.peek();
      if (!wanted || !preview.peek() || isBusy.peek() || added.peek() !== null) return;
      const body = JSON.stringify(wanted);
      const current = attempt?.body === body ? attempt : { key: randomId(16), body };
      attempt = current;
      isBusy.value = true;
      const answer = await client.addPackage(id, current.key, wanted);
      isBusy.value = false;
      if (answer.outcome === 'ok') {
        attempt = null;
        await Promise.all([onAdded(), refresh()]);
        added.value = answer.value.lastDay;
      } else if (answer.outcome === 'refused') {
        attempt = null;
        failure.value = answer.code;
      } else failure.value = 'unanswered';
    },
  };
});

export type PackageModel = InstanceType<typeof PackageModel>;
