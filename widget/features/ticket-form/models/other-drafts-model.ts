import { createModel, signal } from '@preact/signals';
import { covers, type Draft, hasText, isStale } from '../../../outbox/draft.ts';
import type { Edit, WidgetStore } from '../../../outbox/widget-store.ts';
import type { DraftModel } from './draft-model.ts';

/** Texts of this panel that tabs kept apart from the one in the form. Loaded where there may be some. */
export const OtherDraftsModel = createModel(
  (
    store: WidgetStore,
    directory: string,
    form: Pick<InstanceType<typeof DraftModel>, 'draft' | 'replace' | 'keptAs'>,
  ) => {
    const others = signal<Draft[]>([]);

    return {
      others,

      /** Looks for them: old ones, and those whose every word stands in the form, are none. */
      async look() {
        const kept = await store.all('drafts').catch(() => []);
        others.value = kept.filter(
          (one) =>
            keyOf(one).startsWith(`${directory}#`) && !isStale(one, Date.now()) && !covers(form.draft.peek(), one),
        );
      },

      /** Brings one into the form; what stands there is kept apart in its place. */
      async take(other: Draft) {
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

      /** Forgets one. */
      async drop(other: Draft) {
        others.value = others.peek().filter((one) => one !== other);
        await store.change({ store: 'drafts', key: keyOf(other) }).catch(() => {});
      },
    };
  },
);

export type OtherDraftsModel = InstanceType<typeof OtherDraftsModel>;

/** Under which key a tab keeps a text of its own. */
export function keyOf({ tabDraft, apart }: Draft): string {
  return tabDraft ?? apart ?? '';
}
