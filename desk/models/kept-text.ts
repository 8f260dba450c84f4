/** A text in the browser's storage. */
export interface Kept {
  /** the stored text; empty when there is none, or it cannot be read */
  get: () => string;
  /** @param text empty deletes it; where it cannot be stored, it lasts as long as the page */
  keep: (text: string) => void;
}

/** @param key the owner and the purpose: text of another agent on this machine is not shown */
export function createKept(key: string): Kept {
  return {
    get() {
      try {
        return localStorage.getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    keep(text) {
      try {
        if (text === '') localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // full or forbidden: for this page only
      }
    },
  };
}
