import type { TriedNote } from './find-note.ts';

/** An agent's unsent text in a ticket. */
export interface Draft {
  reply: string;
  note: string;
  /** the status that the reply sets; null when none was chosen */
  status: string | null;
  /** how many messages the thread had when the reply was begun */
  seen: number | null;
  /** a reply that was sent without a response: unchanged, it is sent again under the same key */
  attempt: { key: string; text: string; status: string; seen: number } | null;
  /** a note that was sent without a response */
  noted: TriedNote | null;
}

export const NO_DRAFT: Draft = { reply: '', note: '', status: null, seen: null, attempt: null, noted: null };

/** The storage of drafts. The desk is a trusted machine; drafts of agents who share it do not mix. */
export interface Drafts {
  get: (number: string) => Draft;
  keep: (number: string, draft: Draft) => void;
  /** Moves the draft of a merged ticket to the surviving one, after the draft that is there. */
  move: (from: string, to: string) => void;
  /** Follows changes of a draft in other tabs of the same agent. @returns a function that stops it */
  follow: (number: string, onWritten: (draft: Draft) => void) => () => void;
}

/** Drafts in the browser's storage, shared by all tabs; where it is missing or full, they last as long as the page. */
export function createDrafts(agentId: string, storage: Storage): Drafts {
  /** drafts that the storage refused */
  const memory = new Map<string, Draft>();
  const keyOf = (number: string) => `desk.draft.${agentId}.${number}`;
  const joined = (one: string, other: string) => [one, other].filter(Boolean).join('\n\n');
  const drafts: Drafts = {
    get(number) {
      const kept = memory.get(number);
      if (kept) return kept;
      try {
        return { ...NO_DRAFT, ...JSON.parse(storage.getItem(keyOf(number)) ?? '{}') };
      } catch {
        return NO_DRAFT;
      }
    },
    keep(number, draft) {
      try {
        if (draft.reply || draft.note || draft.attempt) storage.setItem(keyOf(number), JSON.stringify(draft));
        else storage.removeItem(keyOf(number));
        memory.delete(number);
      } catch {
        memory.set(number, draft);
      }
    },
    move(from, to) {
      const [moved, there] = [drafts.get(from), drafts.get(to)];
      if (!moved.reply && !moved.note) return;
      const both = { reply: joined(there.reply, moved.reply), note: joined(there.note, moved.note) };
      drafts.keep(to, { ...there, ...both, attempt: null, noted: null });
      drafts.keep(from, NO_DRAFT);
    },
    follow(number, onWritten) {
      function onStorage({ storageArea, key }: StorageEvent): void {
        if (storageArea === storage && key === keyOf(number)) onWritten(drafts.get(number));
      }
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
  return drafts;
}
