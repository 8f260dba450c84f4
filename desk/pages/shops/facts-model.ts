import { createModel, signal } from '@preact/signals';
import { FACTS_OF_AGENTS } from '../../../src/contract/desk/change-shop.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { FACT_LENGTHS } from '../../../src/contract/shops/fact-lengths.ts';
import { overLength } from '../../models/over-length.ts';
import type { ShopsClient } from './shops-client.ts';

/** The facts of a shop that are changed at the desk, in their order on the page. */
export const FACTS = ['installedOn', 'individualTerms', 'purchaseAccount', 'seller', 'note'] as const;

export type Fact = (typeof FACTS)[number];

export interface FactsDeps {
  /** the shop's id */
  id: string;
  client: Pick<ShopsClient, 'changeFacts'>;
  /** reads the shop again: its facts or its history differ now */
  onChanged: () => Promise<void>;
  read: () => DeskShop | null;
}

/** The facts of a shop: what stands, and what is typed over it until it is taken. */
export const FactsModel = createModel(({ id, client, onChanged, read }: FactsDeps) => {
  /** null while nothing is edited */
  const typed = signal<Record<Fact, string> | null>(null);
  const outcome = signal<'saved' | 'conflict' | 'unanswered' | 'refused' | null>(null);
  const isBusy = signal(false);
  /** what stood when the editing began */
  let from: { revision: number; facts: Record<Fact, string> } | null = null;

  function stored(): NonNullable<typeof from> | null {
    const shop = read()?.shop;
    if (!shop) return null;
    const text = (fact: Fact) => shop.terms[fact] ?? '';
    const facts = Object.fromEntries(FACTS.map((fact) => [fact, text(fact)])) as Record<Fact, string>;
    return { revision: shop.revision, facts };
  }

  return {
    typed,
    outcome,
    isBusy,
    /** whether an agent of this role may change a fact */
    mayChange: (fact: Fact, isAdmin: boolean) => isAdmin || FACTS_OF_AGENTS.includes(fact),
    edit() {
      from = stored();
      outcome.value = null;
      typed.value = from && { ...from.facts };
    },
    type(fact: Fact, text: string) {
      if (typed.peek()) typed.value = { ...(typed.peek() as Record<Fact, string>), [fact]: text };
    },
    putAway() {
      typed.value = null;
      outcome.value = null;
    },
    async save() {
      const now = typed.peek();
      if (!now || !from || isBusy.peek()) return;
      const { facts: before, revision } = from;
      if (FACTS.some((fact) => tooLong(fact, now[fact]) > 0)) return; // its field says so
      const changed = FACTS.filter((fact) => now[fact].trim() !== before[fact].trim());
      isBusy.value = true;
      const facts = Object.fromEntries(changed.map((fact) => [fact, now[fact].trim() || null]));
      const answer = await client.changeFacts(id, { revision, facts });
      await onChanged();
      isBusy.value = false;
      if (answer.outcome === 'ok') {
        typed.value = null;
        outcome.value = 'saved';
      } else if (answer.outcome !== 'refused') outcome.value = 'unanswered';
      else if (answer.code === 'conflict') {
        // What is typed stays, over what stands now: whoever saves again has seen it.
        from = stored();
        outcome.value = 'conflict';
      } else outcome.value = 'refused';
    },
  };
});

export type FactsModel = InstanceType<typeof FactsModel>;

/** How many characters too long a fact is. */
export function tooLong(fact: Fact, text: string): number {
  return fact === 'installedOn' ? 0 : overLength(text, FACT_LENGTHS[fact]);
}
