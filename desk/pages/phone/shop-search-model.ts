import { createModel, signal } from '@preact/signals';
import { LONGEST_QUESTION } from '../../../src/contract/desk/search.ts';
import type { FoundShop } from '../../../src/contract/desk/shop-row.ts';
import { overLength } from '../../models/over-length.ts';
import type { PhoneClient } from './phone-client.ts';

/** The most shops that are offered. */
const OFFERED = 8;

/** Searches for a shop while typing: one request at a time, the newest query last, and no results of an older one. */
export const ShopSearchModel = createModel((client: Pick<PhoneClient, 'findShops'>) => {
  const asked = signal('');
  const found = signal<FoundShop[]>([]);
  /** the index of the highlighted result */
  const at = signal(0);
  const state = signal<'none' | 'asking' | 'found' | 'unanswered'>('none');
  /** what is asked: nothing while it is longer than a question may be */
  const question = () => (overLength(asked.peek(), LONGEST_QUESTION) > 0 ? '' : asked.peek().trim());
  let searching: Promise<void> | null = null;

  async function search(): Promise<void> {
    // An emptied box ends the loop, and pending results are not shown.
    for (let last = ''; last !== question() && question() !== ''; ) {
      last = question();
      const answer = await client.findShops(last);
      if (last !== question()) continue;
      found.value = answer.outcome === 'ok' ? answer.value.slice(0, OFFERED) : [];
      at.value = 0;
      state.value = answer.outcome === 'ok' ? 'found' : 'unanswered';
    }
    searching = null;
  }

  return {
    asked,
    found,
    at,
    state,
    async ask(typed: string) {
      asked.value = typed;
      if (question() === '') {
        found.value = [];
        state.value = 'none';
        return;
      }
      state.value = 'asking';
      searching ??= search();
      await searching;
    },
    /** Highlights the next or previous shop; after the last comes the first. */
    step(by: 1 | -1) {
      const count = found.peek().length;
      if (count > 0) at.value = (at.peek() + by + count) % count;
    },
    /**
     * Takes the highlighted shop. If Enter comes before the results, it takes the result only when it is a single shop
     * and nothing more was typed; otherwise the results are shown.
     */
    async take(): Promise<FoundShop | null> {
      if (state.peek() === 'found') return found.peek()[at.peek()] ?? null;
      const typed = asked.peek();
      await searching;
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
