import { signal } from '@preact/signals';
import { createModel } from '../../../create-model.ts';
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

      /**
       * Reads them, without those whose text is in the form already. Stale ones of this tab and of others are offered once
       * more, then they end with their files.
       */
      async refresh() {
        const now = Date.now();
        const edits: Edit[] = [];
        for (const key of [panelPath, '/']) {
          const kept = await store.get('drafts', key).catch(() => undefined);
          if (!kept || !isStale(kept, now)) continue;
          const tabDraft = `${panelPath}#${kept.changedAt}`;
          edits.push({ store: 'drafts', key }, { store: 'drafts', key: tabDraft, value: { ...kept, tabDraft } });
        }
        if (edits[0]) await store.change(...edits).catch(() => {});
        const changes: Edit[] = [];
        const offered: Draft[] = [];
        for (const one of await store.all('drafts').catch(() => [])) {
          if (![panelPath, '/'].some((directory) => keyOf(one).startsWith(`${directory}#`))) continue;
          const isOver = isStale(one, now);
          if (isOver && one.isExpired) changes.push(...ended(one));
          else if (isOver || one.changedAt > now) {
            const value = { ...one, changedAt: now, isExpired: isOver };
            changes.push({ store: 'drafts', key: keyOf(one), value });
            offered.push(value);
          } else offered.push(one);
        }
        others.value = offered.filter((one) => !covers(form.draft.peek(), one));
        if (changes[0]) await store.change(...changes).catch(() => {});
      },

      /** Opens one in the form; the form's own draft takes its place in the list. */
      async open(other: Draft) {
        const here = form.draft.peek();
        const taken = { ...other, tabDraft: undefined, apart: undefined, isExpired: undefined };
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
        await store.change(...ended(other)).catch(() => {});
      },
    };
  },
);

export type OtherDraftsModel = InstanceType<typeof OtherDraftsModel>;

/** Deletes a draft and its files. */
function ended(draft: Draft): Edit[] {
  const files = (draft.files ?? []).map(({ id }): Edit => ({ store: 'files', key: id }));
  return [{ store: 'drafts', key: keyOf(draft) }, ...files];
}

/** The key under which a tab stores its own draft. */
export function keyOf({ tabDraft, apart }: Draft): string {
  return tabDraft ?? apart ?? '';
}
