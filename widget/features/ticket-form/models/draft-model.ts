import { createModel, signal } from '@preact/signals';
import { setFlag } from '../../../host-page/flags.ts';
import { covers, type Draft, EMPTY_DRAFT, hasText, isStale } from '../../../outbox/draft.ts';
import { recallTabKey, rememberTabKey } from '../../../outbox/draft-key.ts';
import type { Edit, WidgetStore } from '../../../outbox/widget-store.ts';

/** What tabs tell one another of a draft, as it is typed. */
interface Told {
  /** under which it is kept */
  key: string;
  draft: Draft;
  /** the text that this one stands for: itself or, of a form just emptied, what was sent */
  covered: Draft;
}

/**
 * What is being typed, kept on every input: one transaction in flight, and after it the newest value, so that fast
 * typing never queues behind a slow disk. A page that goes away does not wait for its turn.
 *
 * Tabs of one panel share a draft: what is typed in one is seen in the others, ready to be gone on with. A tab that has
 * a different text of its own keeps it apart, under a key of its own; neither ever writes over the other.
 */
export const DraftModel = createModel((store: WidgetStore, directory: string, before = ['/']) => {
  const draft = signal<Draft>(EMPTY_DRAFT);
  const isKept = signal(true);
  const tabs = new BroadcastChannel('pomoc');
  let key = directory;
  let saved = EMPTY_DRAFT;
  let isRestored = false;
  let isSaving = false;
  /** whether somebody typed here, and not in another tab only */
  let isOwn = false;
  /** whether what another tab may have left is known not to be written over */
  let isSafe = false;

  const row = (value: Draft): Edit => ({ store: 'drafts', key, value });

  function tell(covered: Draft): void {
    tabs.postMessage({ key, draft: draft.peek(), covered } satisfies Told);
  }

  function part(): void {
    key = rememberTabKey(directory);
    setFlag('apart', directory, true);
  }

  /** What another tab left under this key, and nobody has seen here, is not to be written over. */
  async function look(seen: Draft): Promise<void> {
    const kept = await store.get('drafts', key).catch(() => undefined);
    if (kept && !covers(seen, kept) && !covers(draft.peek(), kept)) part();
  }

  /** @param isLast writes at once, beside a transaction that is still in flight: the page goes away */
  async function save(isLast = false): Promise<void> {
    if (!isRestored || (isSaving && !isLast)) return; // what is kept is read before it is written over
    isSaving = true;
    while (saved !== draft.peek()) {
      if (!isSafe && !isLast) await look(saved);
      isSafe = true;
      saved = draft.peek();
      isKept.value = await store
        .change(row(key === directory ? saved : { ...saved, tabDraft: key }))
        .then(store.isDurable, () => false);
    }
    isSaving = false;
  }
  addEventListener('pagehide', () => save(true));

  tabs.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.key !== key || !isRestored) return;
    if (!isOwn || covers(data.covered, draft.peek())) {
      saved = draft.value = data.draft;
      isOwn = isSafe = false;
    } else {
      part();
      saved = EMPTY_DRAFT;
      save();
    }
  };

  return {
    draft,
    /** false when the browser did not keep the last change */
    isKept,
    /** the change that keeps a draft as this tab's; a text of its own that was sent is no more */
    keptAs: (value: Draft): Edit =>
      key === directory || hasText(value)
        ? row({ ...value, tabDraft: key === directory ? undefined : key })
        : { store: 'drafts', key },

    /**
     * Brings back what was being typed in this tab, or in this panel, or anywhere on this origin before the panel was
     * known. It wins over what the page or a hasty finger wrote before it was read.
     */
    async restore() {
      const now = Date.now();
      const tabKey = recallTabKey(directory);
      for (const from of [tabKey, directory, ...before]) {
        const kept = from && (await store.get('drafts', from).catch(() => undefined));
        if (!kept || saved !== EMPTY_DRAFT) continue;
        const isOver = isStale(kept, now);
        if (!isOver) {
          const filled = Object.entries(kept).filter(([, value]) => value && value.length !== 0);
          saved = draft.value = { ...draft.peek(), ...Object.fromEntries(filled) };
        }
        const freed = ((isOver && kept.files) || []).map(({ id }): Edit => ({ store: 'files', key: id }));
        if (from === tabKey) key = from;
        else await store.change({ store: 'drafts', key: from }, row(saved), ...freed).catch(() => {});
      }
      isRestored = true;
      await save();
    },

    edit(change: Partial<Draft>) {
      isOwn = true;
      const changed = { ...draft.peek(), ...change, changedAt: Date.now() };
      // An emptied form is another ticket: it must not end in the thread of what was written there before.
      draft.value = hasText(changed) ? changed : { ...changed, earlier: undefined, about: undefined };
      save();
      if (isRestored) tell(draft.peek());
    },

    /**
     * Shows another draft; whoever calls has written it already.
     * @param covered the text that it stands for
     */
    replace(other: Draft, covered: Draft) {
      saved = draft.value = { ...EMPTY_DRAFT, ...other }; // a ticket frozen by an earlier widget lacks the newest fields
      tell(covered);
      isOwn = isSafe = hasText(other);
      if (!isOwn) key = directory;
    },
  };
});
