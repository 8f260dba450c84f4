import { createModel, signal } from '@preact/signals';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import type { PhoneClient } from './phone-client.ts';

/** Shops that are offered while the name is typed. */
const OFFERED = 8;

/** Looks for a shop while it is typed: one question at a time, the newest last, and no answer to an older one. */
export const ShopSearchModel = createModel((client: Pick<PhoneClient, 'findShops'>) => {
  const asked = signal('');
  const found = signal<ShopRow[]>([]);
  /** which of those found is pointed at */
  const at = signal(0);
  const state = signal<'none' | 'asking' | 'found' | 'unanswered'>('none');
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    // Whoever empties the box asks nothing more: the loop ends, and what was under way is not shown.
    for (let last = ''; last !== asked.peek().trim() && asked.peek().trim() !== ''; ) {
      last = asked.peek().trim();
      const answer = await client.findShops(last);
      if (last !== asked.peek().trim()) continue;
      found.value = answer.outcome === 'ok' ? answer.value.slice(0, OFFERED) : [];
      at.value = 0;
      state.value = answer.outcome === 'ok' ? 'found' : 'unanswered';
    }
    looking = null;
  }

  return {
    asked,
    found,
    at,
    state,
    async ask(typed: string) {
      asked.value = typed;
      if (typed.trim() === '') {
        found.value = [];
        state.value = 'none';
        return;
      }
      state.value = 'asking';
      looking ??= look();
      await looking;
    },
    /** Points at the next shop or the one before; after the last comes the first. */
    step(by: 1 | -1) {
      const count = found.peek().length;
      if (count > 0) at.value = (at.peek() + by + count) % count;
    },
    /**
     * The shop that is taken: the one pointed at. Who types faster than the service answers, and takes before he sees anything,
     * takes what is found only if it is one shop and he typed nothing more; otherwise he is shown what there is.
     */
    async take(): Promise<ShopRow | null> {
      if (state.peek() === 'found') return found.peek()[at.peek()] ?? null;
      const typed = asked.peek();
      await looking;
      const [only, ...others] = found.peek();
      return only && others.length === 0 && asked.peek() === typed ? only : null;
    },
    clear() {
      asked.value = '';
      found.value = [];
      state.value = 'none';
    },
  };
});

export type ShopSearchModel = InstanceType<typeof ShopSearchModel>;
