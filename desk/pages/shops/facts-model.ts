import { createModel, signal } from '@preact/signals';
import { FACTS_OF_AGENTS } from '../../../src/contract/desk/change-shop.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import { LIMITS } from '../../../src/contract/limits.ts';
import { SHOP_TERMS, type ShopTerm } from '../../../src/contract/lists.ts';
import { MOST_MONTHS_SOLD } from '../../../src/contract/registry/registry-requests.ts';
import { EMAIL } from '../../../src/contract/shapes.ts';
import { FACT_LENGTHS } from '../../../src/contract/shops/fact-lengths.ts';
import { overLength } from '../../models/over-length.ts';
import type { ShopsClient } from './shops-client.ts';

/** What the registry says of a shop and its licence; none may be empty. */
export const LICENCE_FACTS = [
  'shopName',
  'contactEmail',
  'edition',
  'purchasedOn',
  'supportMonths',
  'boughtDirectly',
] as const;

/** The facts of a shop that are changed at the desk, in their order in the form. */
export const FACTS = [...LICENCE_FACTS, ...SHOP_TERMS] as const;

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
    const { name: shopName, contactEmail, edition, purchasedOn } = shop;
    const terms = Object.fromEntries(SHOP_TERMS.map((term) => [term, shop.terms[term] ?? ''])) as Record<
      ShopTerm,
      string
    >;
    const [supportMonths, boughtDirectly] = [`${shop.supportMonths}`, `${shop.boughtDirectly}`];
    const facts = { ...terms, shopName, contactEmail, edition, purchasedOn, supportMonths, boughtDirectly };
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
      if (FACTS.some((fact) => wrong(fact, now[fact]) !== null)) return; // its field says so
      const changed = FACTS.filter((fact) => now[fact].trim() !== before[fact].trim());
      isBusy.value = true;
      const facts = Object.fromEntries(changed.map((fact) => [fact, toValue(fact, now[fact].trim())]));
      const answer = await client.changeFacts(id, { revision, facts });
      await onChanged();
      isBusy.value = false;
      if (answer.outcome === 'ok') {
        typed.value = null;
        outcome.value = 'saved';
      } else if (answer.outcome !== 'refused') outcome.value = 'unanswered';
      else if (answer.code === 'conflict') {
        // What is typed stays, over what stands now: whoever saves again has seen it. What was not touched is theirs.
        from = stored();
        const theirs = from?.facts ?? before;
        typed.value = Object.fromEntries(
          FACTS.map((fact) => [fact, (changed.includes(fact) ? now : theirs)[fact]]),
        ) as typeof now;
        outcome.value = 'conflict';
      } else outcome.value = 'refused';
    },
  };
});

export type FactsModel = InstanceType<typeof FactsModel>;

/** A fact as the service takes it. */
function toValue(fact: Fact, text: string): string | number | boolean | null {
  if (fact === 'supportMonths') return Number(text);
  return fact === 'boughtDirectly' ? text === 'true' : text || null;
}

/** The most characters of a fact; null where it is no text. */
export function longest(fact: Fact): number | null {
  const lengths: Partial<Record<Fact, number>> = { ...FACT_LENGTHS, contactEmail: LIMITS.email };
  return lengths[fact] ?? null;
}

/** What is wrong with a fact as it is typed; null where the service would take it. */
export function wrong(fact: Fact, text: string): 'missing' | 'too-long' | 'months' | 'email' | null {
  const most = longest(fact);
  if (most !== null && overLength(text, most) > 0) return 'too-long';
  if (!LICENCE_FACTS.some((one) => one === fact)) return null;
  if (text.trim() === '') return 'missing';
  if (fact === 'contactEmail' && !EMAIL.test(text.trim())) return 'email';
  const isMonths = /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_MONTHS_SOLD;
  return fact === 'supportMonths' && !isMonths ? 'months' : null;
}
