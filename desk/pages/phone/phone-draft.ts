import { asOneOf } from '../../../browser/lists.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import { OUTAGE_FACTS, type OutageFact, TOPICS, type Topic } from '../../../src/contract/lists.ts';
import { createKept, type Kept } from '../../models/kept-text.ts';

/** The draft of a call, as in the fields. */
export interface PhoneDraft {
  /** as it was when chosen; null until then */
  shop: ShopRow | null;
  facts: OutageFact[];
  name: string;
  phone: string;
  subject: string;
  description: string;
  topic: Topic;
  email: string;
  /** what was sent without a response: unchanged, it is sent again under the same key */
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

/** The storage of the draft: one for each agent of this machine. */
export interface PhoneDrafts {
  /** the number of a call that was stored while its agent was elsewhere, not shown yet */
  taken: Kept;
  get: () => PhoneDraft;
  keep: (draft: PhoneDraft) => void;
  forget: () => void;
}

export function createPhoneDrafts(agentId: string): PhoneDrafts {
  const key = `desk.phone.${agentId}`;
  const draft = createKept(key);
  return {
    taken: createKept(`${key}.taken`),
    get() {
      try {
        const kept = { ...NO_CALL, ...JSON.parse(draft.get() || '{}') };
        return {
          ...kept,
          topic: asOneOf(TOPICS, kept.topic) ?? NO_CALL.topic,
          facts: OUTAGE_FACTS.filter((fact) => kept.facts.includes(fact)),
        };
      } catch {
        return NO_CALL;
      }
    },
    keep: (written) => draft.keep(JSON.stringify(written)),
    forget: () => draft.keep(''),
  };
}
