import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../../browser/random-id.ts';
import { MOST_MONTHS, type PackagePreview } from '../../../src/contract/desk/change-shop.ts';
import type { AddPackageRequest } from '../../../src/contract/desk/change-shop-request.ts';
import type { ShopsClient } from './shops-client.ts';

/** Months that packages usually have (R2). */
export const USUAL_MONTHS = ['3', '6'] as const;

export interface PackageDeps {
  /** the shop's id */
  id: string;
  client: Pick<ShopsClient, 'preview' | 'addPackage'>;
  /** the day it is in Poland, as `2026-11-22` */
  today: string;
  /** the shop has another last day now */
  onAdded: () => Promise<void>;
}

/** An extension package that is about to be added: what it would cover is shown before it is saved. */
export const PackageModel = createModel(({ id, client, today, onAdded }: PackageDeps) => {
  const months = signal('3');
  const purchasedOn = signal(today);
  const preview = signal<PackagePreview | null>(null);
  /** the new last day once it was added */
  const added = signal<string | null>(null);
  /** a problem's code, or that nobody answered */
  const failure = signal<string | null>(null);
  const isBusy = signal(false);
  const bought = computed((): AddPackageRequest | null => {
    const count = Number(months.value);
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_MONTHS;
    return isCount && purchasedOn.value ? { months: count, purchasedOn: purchasedOn.value } : null;
  });
  let turn = 0;
  let attempt: { key: string; body: string } | null = null;

  async function look(): Promise<void> {
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
    look,
    async edit(change: { months?: string; purchasedOn?: string }) {
      months.value = change.months ?? months.peek();
      purchasedOn.value = change.purchasedOn ?? purchasedOn.peek();
      added.value = null;
      await look();
    },
    /** Begins another package after one that was added: a second press alone adds nothing. */
    again() {
      added.value = null;
    },
    /** Saves what the preview shows; nothing while there is none. */
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
        await Promise.all([onAdded(), look()]);
        added.value = answer.value.lastDay;
      } else if (answer.outcome === 'refused') {
        attempt = null;
        failure.value = answer.code;
      } else failure.value = 'unanswered';
    },
  };
});

export type PackageModel = InstanceType<typeof PackageModel>;
