import { createModel, signal } from '@preact/signals';
import { type Draft, EMPTY_DRAFT, isStale } from '../outbox/draft.ts';
import type { Keeper } from '../outbox/keeper.ts';

/**
 * What is being typed, kept on every input: one transaction in flight, and after it the newest value, so that fast
 * typing never queues behind a slow disk. A page that goes away does not wait for its turn.
 */
export const DraftModel = createModel((keeper: Keeper, directory: string) => {
  const draft = signal<Draft>(EMPTY_DRAFT);
  let isSaving = false;

  let saved = EMPTY_DRAFT;

  async function save(): Promise<void> {
    isSaving = true;
    while (saved !== draft.peek()) {
      saved = draft.peek();
      await keeper.change({ store: 'drafts', key: directory, value: saved }).catch(() => {});
    }
    isSaving = false;
  }
  addEventListener('pagehide', save);

  return {
    draft,

    /** Brings back what was being typed here, or anywhere on this origin before the panel was known. */
    async restore() {
      for (const key of [directory, '/']) {
        const kept = await keeper.get('drafts', key).catch(() => undefined);
        if (kept && !isStale(kept, Date.now()) && !draft.peek().changedAt) {
          saved = draft.value = kept;
          if (key !== directory) {
            await keeper
              .change({ store: 'drafts', key }, { store: 'drafts', key: directory, value: kept })
              .catch(() => {}); // shown all the same, and tried again by the next input
          }
        }
      }
    },

    edit(change: Partial<Draft>) {
      draft.value = { ...draft.peek(), ...change, changedAt: Date.now() };
      if (!isSaving) save();
    },

    /** Shows another draft; whoever calls has written it already. */
    replace(other: Draft) {
      saved = draft.value = other;
    },
  };
});
