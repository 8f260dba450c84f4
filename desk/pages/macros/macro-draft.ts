import type { MacroFields } from '../../../src/contract/desk/change-macro-request.ts';

/** A text that is being written. */
export interface MacroDraft extends MacroFields {
  /** null is a new one */
  id: string | null;
  /** over which version it is written */
  version: number;
  /** makes a new one new only once */
  key: string;
}

/** Where the one draft of the page is kept until it is saved or thrown away. */
export interface KeptDraft {
  get: () => MacroDraft | null;
  keep: (draft: MacroDraft | null) => void;
}

/** Keeps the draft in the browser; where there is no storage, it lasts as long as the page. */
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
