import type { TriedNote } from './find-note.ts';

/** What an agent has written to a ticket and not sent. */
export interface Draft {
  reply: string;
  note: string;
  /** where the reply leaves the ticket; null when nothing was chosen */
  status: string | null;
  /** how many messages the thread had when the reply was begun */
  seen: number | null;
  /** a reply that was sent and not answered: sent again unchanged it goes under the same key */
  attempt: { key: string; text: string; status: string; seen: number } | null;
  /** a note that was sent and not answered */
  noted: TriedNote | null;
}

export const NO_DRAFT: Draft = { reply: '', note: '', status: null, seen: null, attempt: null, noted: null };

/** Where drafts are kept. The desk is a trusted machine; drafts of agents who share it do not mix. */
export interface Drafts {
  get: (number: string) => Draft;
  keep: (number: string, draft: Draft) => void;
  /** What was being written to a ticket that became part of another one is written to that, behind what is there. */
  move: (from: string, to: string) => void;
  /** Tells what another tab of the same agent has written to a ticket. @returns what ends it */
  follow: (number: string, onWritten: (draft: Draft) => void) => () => void;
}

/** Drafts in the browser's storage, which all its tabs share; where there is none, or it is full, they last as long as the page. */
export function createDrafts(agentId: string, storage: Storage): Drafts {
  /** what the storage would not take */
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
