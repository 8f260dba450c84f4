/** A text that this browser keeps. */
export interface Kept {
  /** what is kept; empty when nothing is, or nothing can be read */
  get: () => string;
  /** @param text empty forgets it; where it cannot be kept, it lasts as long as the page has it */
  keep: (text: string) => void;
}

/** @param key whose it is and of what: what somebody else wrote on this machine is not shown */
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
        // full or forbidden: for this page only, then
      }
    },
  };
}
