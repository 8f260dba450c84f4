import { createModel, signal } from '@preact/signals';
import type { NoticeLists } from '../../../src/contract/desk/notices.ts';
import type { ProblemsClient } from './problems-client.ts';

/** Active, coming and ended notices. */
export const NoticeListsModel = createModel((client: Pick<ProblemsClient, 'list'>) => {
  const lists = signal<NoticeLists | null>(null);
  const state = signal<'loading' | 'shown' | 'unanswered'>('loading');
  return {
    lists,
    state,
    async refresh() {
      const answer = await client.list();
      if (answer.outcome === 'ok') {
        lists.value = answer.value;
        state.value = 'shown';
      } else if (!lists.peek()) state.value = 'unanswered';
    },
    /** Reads the next page of ended ones. */
    async more() {
      const shown = lists.peek();
      if (!shown || shown.next === null) return;
      const answer = await client.list(shown.next);
      if (answer.outcome !== 'ok' || lists.peek() !== shown) return;
      lists.value = { ...shown, ended: [...shown.ended, ...answer.value.ended], next: answer.value.next };
    },
  };
});

export type NoticeListsModel = InstanceType<typeof NoticeListsModel>;
