import { computed, createModel, signal } from '@preact/signals';
import { LONGEST_QUESTION } from '../../../src/contract/desk/search.ts';
import type { FoundShop } from '../../../src/contract/desk/shop-row.ts';
import { overLength } from '../../models/over-length.ts';
import type { ShopsClient } from './shops-client.ts';

/** The registry, or the search results, a page at a time. */
export const ShopListModel = createModel((client: Pick<ShopsClient, 'list'>) => {
  const asked = signal('');
  const shops = signal<FoundShop[]>([]);
  const next = signal<string | null>(null);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  /** how many characters too long the question is: then it is not asked */
  const over = computed(() => overLength(asked.value, LONGEST_QUESTION));
  let turn = 0;

  async function refresh(): Promise<void> {
    const mine = ++turn;
    const answer = await client.list(asked.peek().trim(), null);
    if (mine !== turn) return;
    state.value = answer.outcome === 'ok' ? 'shown' : 'unanswered';
    if (answer.outcome !== 'ok') return;
    shops.value = answer.value.shops;
    next.value = answer.value.next;
  }

  return {
    asked,
    over,
    shops,
    next,
    state,
    refresh,
    async ask(typed: string) {
      asked.value = typed;
      if (over.peek() === 0) await refresh();
    },
    async more() {
      const mine = turn;
      const answer = next.peek() === null ? null : await client.list(asked.peek().trim(), next.peek());
      if (answer?.outcome !== 'ok' || mine !== turn) return;
      shops.value = [...shops.peek(), ...answer.value.shops];
      next.value = answer.value.next;
    },
  };
});

export type ShopListModel = InstanceType<typeof ShopListModel>;
