import { createModel, signal } from '@preact/signals';
import { covers, type Draft, hasText, isStale } from '../../../outbox/draft.ts';
import type { Edit, WidgetStore } from '../../../outbox/widget-store.ts';
import type { DraftModel } from './draft-model.ts';

/** The drafts of other tabs of this panel. Loaded when there may be some. */
export const OtherDraftsModel = createModel(
  (
    store: WidgetStore,
    panelPath: string,
    form: Pick<InstanceType<typeof DraftModel>, 'draft' | 'replace' | 'keptAs'>,
  ) => {
    const others = signal<Draft[]>([]);

    return {
      others,

      /** Reads them, without stale ones and those whose text is in the form already. */
      async refresh() {
        const kept = await store.all('drafts').catch(() => []);
        others.value = kept.filter(
          (one) =>
            keyOf(one).startsWith(`${panelPath}#`) && !isStale(one, Date.now()) && !covers(form.draft.peek(), one),
        );
      },

      /** Opens one in the form; the form's own draft takes its place in the list. */
      async open(other: Draft) {
        const here = form.draft.peek();
        const taken = { ...other, tabDraft: undefined, apart: undefined };
        const tabDraft = `${keyOf(other)}-`;
        const left = hasText(here) ? [{ ...here, tabDraft }] : [];
        await store
          .change(
            { store: 'drafts', key: keyOf(other) },
            ...left.map((value): Edit => ({ store: 'drafts', key: tabDraft, value })),
            form.keptAs(taken),
          )
          .catch(() => {});
        others.value = [...others.peek().filter((one) => one !== other), ...left];
        form.replace(taken, taken);
      },

      /** Deletes one. */
      async discard(other: Draft) {
        others.value = others.peek().filter((one) => one !== other);
        await store.change({ store: 'drafts', key: keyOf(other) }).catch(() => {});
      },
    };
  },
);

export type OtherDraftsModel = InstanceType<typeof OtherDraftsModel>;

/** The key under which a tab stores its own draft. */
export function keyOf({ tabDraft, apart }: Draft): string {
  return tabDraft ?? apart ?? '';
}
