import { createModel, signal } from '@preact/signals';
import { type Draft, EMPTY_DRAFT, isStale } from '../outbox/draft.ts';
import type { Keeper } from '../outbox/keeper.ts';

/**
 * What is being typed, kept on every input: one transaction in flight, and after it the newest value, so that fast
 * typing never queues behind a slow disk. A page that goes away does not wait for its turn.
 */
export const DraftModel = createModel((keeper: Keeper, directory: string) => {
  const draft = signal<Draft>(EMPTY_DRAFT);
  let saved = EMPTY_DRAFT;
  let isRestored = false;
  let isSaving = false;

  /** @param isLast writes at once, beside a transaction that is still in flight: the page goes away */
  async function save(isLast = false): Promise<void> {
    if (!isRestored || (isSaving && !isLast)) return; // what is kept is read before it is written over
    isSaving = true;
    while (saved !== draft.peek()) {
      saved = draft.peek();
      await keeper.change({ store: 'drafts', key: directory, value: saved }).catch(() => {});
    }
    isSaving = false;
  }
  addEventListener('pagehide', () => save(true));

  return {
    draft,

    /**
     * Brings back what was being typed here, or anywhere on this origin before the panel was known. It wins over what
     * the page or a hasty finger wrote before it was read.
     */
    async restore() {
      for (const key of [directory, '/']) {
        const kept = await keeper.get('drafts', key).catch(() => undefined);
        if (!kept || saved !== EMPTY_DRAFT) continue;
        const isOver = isStale(kept, Date.now());
        if (!isOver) {
          const filled = Object.entries(kept).filter(([, value]) => value.length !== 0);
          saved = draft.value = { ...draft.peek(), ...Object.fromEntries(filled) };
        }
        const moved = { store: 'drafts', key: directory, value: saved } as const;
        const freed = ((isOver && kept.files) || []).map(({ id }) => ({ store: 'files', key: id }) as const);
        await keeper.change({ store: 'drafts', key }, moved, ...freed).catch(() => {});
      }
      isRestored = true;
      await save();
    },

    edit(change: Partial<Draft>) {
      draft.value = { ...draft.peek(), ...change, changedAt: Date.now() };
      save();
    },

    /** Shows another draft; whoever calls has written it already. */
    replace(other: Draft) {
      saved = draft.value = { ...EMPTY_DRAFT, ...other }; // a ticket frozen by an earlier widget lacks the newest fields
    },
  };
});
