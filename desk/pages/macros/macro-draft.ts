import type { MacroFields } from '../../../src/contract/desk/change-macro.ts';

/** A macro being edited. */
export interface MacroDraft extends MacroFields {
  /** null for a new one */
  id: string | null;
  /** the version that the edit is based on */
  version: number;
  /** the idempotency key of a new one */
  key: string;
}

/** The storage of the page's only draft, until it is saved or discarded. */
export interface KeptDraft {
  get: () => MacroDraft | null;
  keep: (draft: MacroDraft | null) => void;
}

/** Stores the draft in the browser; without storage it lasts as long as the page. */
export function createKeptDraft(agentId: string, storage: Storage): KeptDraft {
  const key = `desk.macro.${agentId}`;
  return {
    get() {
      try {
        return JSON.parse(storage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    keep(draft) {
      try {
        if (draft) storage.setItem(key, JSON.stringify(draft));
        else storage.removeItem(key);
      } catch {
        // full or forbidden: the page still has it
      }
    },
  };
}
