import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';

/** What is written of a call, as the fields hold it. */
export interface PhoneDraft {
  /** as it was when it was chosen; null until then */
  shop: ShopRow | null;
  facts: string[];
  name: string;
  phone: string;
  subject: string;
  description: string;
  topic: string;
  email: string;
  /** what was sent and not answered: sent again unchanged it goes under the same key */
  attempt: { key: string; body: string } | null;
}

export const NO_CALL: PhoneDraft = {
  shop: null,
  facts: [],
  name: '',
  phone: '',
  subject: '',
  description: '',
  topic: 'outage',
  email: '',
  attempt: null,
};

/** Where the call that is being written down is kept: one for each agent of this machine. */
export interface PhoneDrafts {
  /** the number of a call that was taken while its agent was elsewhere, and not told yet */
  getTaken: () => string | null;
  /** @param number null: it was told */
  keepTaken: (number: string | null) => void;
  get: () => PhoneDraft;
  keep: (draft: PhoneDraft) => void;
  forget: () => void;
}

/** The call in the browser's storage; where there is none, or it is full, it lasts as long as it is on the page. */
export function createPhoneDrafts(agentId: string, storage: Storage): PhoneDrafts {
  const key = `desk.phone.${agentId}`;
  const takenKey = `${key}.taken`;
  return {
    getTaken() {
      try {
        return storage.getItem(takenKey);
      } catch {
        return null;
      }
    },
    keepTaken(number) {
      try {
        if (number === null) storage.removeItem(takenKey);
        else storage.setItem(takenKey, number);
      } catch {
        // full or forbidden: the lists have the ticket anyway
      }
    },
    get() {
      try {
        return { ...NO_CALL, ...JSON.parse(storage.getItem(key) ?? '{}') };
      } catch {
        return NO_CALL;
      }
    },
    keep(draft) {
      try {
        storage.setItem(key, JSON.stringify(draft));
      } catch {
        // full or forbidden: the page still has it
      }
    },
    forget() {
      try {
        storage.removeItem(key);
      } catch {
        // nothing was kept, then
      }
    },
  };
}
