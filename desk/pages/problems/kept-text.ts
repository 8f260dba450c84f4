/** A text that is written on this page, kept in this browser until it is sent. */
export interface Kept {
  get: () => string;
  keep: (text: string) => void;
}

/** @param owner the agent: what somebody else wrote on this machine is not shown */
export function createKept(owner: string, name: string, storage: Storage): Kept {
  const key = `desk.problems.${owner}.${name}`;
  return {
    get() {
      try {
        return storage.getItem(key) ?? '';
      } catch {
        return '';
      }
    },
    keep(text) {
      try {
        if (text === '') storage.removeItem(key);
        else storage.setItem(key, text);
      } catch {
        // for this page only, then
      }
    },
  };
}
