import { signal } from '@preact/signals';
import { host } from '../../../../browser/host.ts';
import { openTabs } from '../../../../browser/tabs.ts';
import { createModel } from '../../../create-model.ts';
import { setFlag } from '../../../host-page/flags.ts';
import { covers, type Draft, EMPTY_DRAFT, hasText, isStale } from '../../../outbox/draft.ts';
import { recallTabKey, rememberTabKey } from '../../../outbox/draft-key.ts';
import type { Edit, WidgetStore } from '../../../outbox/widget-store.ts';

/** The message between tabs with each change of a draft. */
interface DraftMessage {
  /** its key in the store */
  key: string;
  draft: Draft;
  /** the text that it replaces without loss: itself or, for a form just emptied, the sent text */
  covered: Draft;
}

/**
 * The draft in the form, stored with every input: one transaction in flight, and after it the newest value, so that
 * typing never queues behind a slow disk. A page that is left writes at once.
 *
 * Tabs of one panel share a draft: a text typed in one appears in the others. A tab with a different text of its own
 * stores it under a key of its own; neither overwrites the other.
 */
export const DraftModel = createModel((store: WidgetStore, path: string, before: string[] = ['/']) => {
  const draft = signal<Draft>(EMPTY_DRAFT);
  const isKept = signal(true);
  const tabs = openTabs('pomoc');
  let panelPath = path;
  let key = path;
  let saved = EMPTY_DRAFT;
  let isRestored = false;
  let isSaving = false;
  /** whether the text was typed in this tab, not only in another */
  let isOwn = false;
  /** whether it is known that no draft of another tab is overwritten */
  let isSafe = false;

  const row = (value: Draft): Edit => ({ store: 'drafts', key, value });

  function broadcast(covered: Draft): void {
    tabs.postMessage({ key, draft: draft.peek(), covered } satisfies DraftMessage);
  }

  function useOwnKey(): void {
    key = rememberTabKey(panelPath);
    setFlag('apart', panelPath, true);
  }

  /** Does not overwrite another tab's draft that this tab has not shown. */
  async function checkStored(seen: Draft): Promise<void> {
    const kept = await store.get('drafts', key).catch(() => undefined);
    if (kept && !covers(seen, kept) && !covers(draft.peek(), kept)) useOwnKey();
  }

  /** @param isLast writes at once, beside a transaction in flight: the page is being left */
  async function save(isLast = false): Promise<void> {
    if (!isLast && (isSaving || !isRestored)) return; // the stored draft is read before it is overwritten
    isSaving = true;
    while (saved !== draft.peek()) {
      if (!isSafe && !isLast) await checkStored(saved);
      isSafe = true;
      saved = draft.peek();
      isKept.value = await store
        .change(row(key === panelPath ? saved : { ...saved, tabDraft: key }))
        .then(store.isDurable, () => false);
    }
    isSaving = false;
  }
  host.addEventListener('pagehide', () => {
    if (!isRestored && isOwn) useOwnKey();
    if (isRestored || isOwn) save(true);
  });

  tabs.onmessage = ({ data }: MessageEvent<DraftMessage>) => {
    if (data.key !== key || !isRestored) return;
    if (!isOwn || covers(data.covered, draft.peek())) {
      saved = draft.value = data.draft;
      isOwn = isSafe = false;
    } else {
      useOwnKey();
      saved = EMPTY_DRAFT;
      save();
    }
  };

  /**
   * Restores the draft of this tab, of this panel, or of this origin from before the panel was known. It replaces what
   * the page filled in before it was read, and what was typed if that is in it too. Otherwise it stays where it is, and
   * is back once what was typed is sent. An old one stays as well, and is offered as one of another tab.
   */
  async function restore(): Promise<void> {
    const now = Date.now();
    const tabKeys = [panelPath, ...before].map(recallTabKey);
    for (const from of [...tabKeys, panelPath, ...before]) {
      const kept = from && (await store.get('drafts', from).catch(() => undefined));
      if (!kept || saved !== EMPTY_DRAFT) continue;
      if ((before[0] && isStale(kept, now)) || (isOwn && !covers(kept, draft.peek()))) {
        useOwnKey();
        continue;
      }
      const filled = Object.entries(kept).filter(([, value]) => value && value.length !== 0);
      const changedAt = Math.min(kept.changedAt, now);
      saved = draft.value = { ...draft.peek(), ...Object.fromEntries(filled), changedAt };
      if (tabKeys.includes(from)) key = from;
      else await store.change({ store: 'drafts', key: from }, row(saved)).catch(() => {});
    }
    isRestored = true;
    await save();
  }

  return {
    draft,
    /** false when the last change could not be stored */
    isKept,
    restore,
    /** the edit that stores a draft as this tab's, or deletes the tab's own once it is empty */
    keptAs: (value: Draft): Edit =>
      key === panelPath || hasText(value)
        ? row({ ...value, tabDraft: key === panelPath ? undefined : key })
        : { store: 'drafts', key },

    /**
     * Goes on under the directory of the panel, once that is known: its other tabs have their draft there. Resolves when
     * the draft is stored there, and the caller may delete the one from before.
     */
    moveTo(directory: string) {
      panelPath = key = directory;
      isSafe = false;
      saved = EMPTY_DRAFT;
      return hasText(draft.peek()) ? save() : restore();
    },

    /** @param isTyped false for what the page fills in: it gives way to a draft that was not read yet */
    edit(change: Partial<Draft>, isTyped = true) {
      isOwn ||= isTyped || isRestored;
      const changed = { ...draft.peek(), ...change, changedAt: Date.now() };
      // An emptied form starts another ticket: it must not go to the thread of the earlier one.
      draft.value = hasText(changed) ? changed : { ...changed, earlier: undefined, about: undefined };
      save();
      if (isRestored) broadcast(draft.peek());
    },

    /**
     * Shows another draft, which the caller has stored already.
     * @param covered the text that it replaces without loss
     */
    replace(other: Draft, covered: Draft) {
      saved = draft.value = { ...EMPTY_DRAFT, ...other }; // an entry of an earlier build lacks the newest fields
      broadcast(covered);
      isOwn = isSafe = hasText(other);
      if (!isOwn) key = panelPath;
    },
  };
});
