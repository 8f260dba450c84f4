import { createModel, signal } from '@preact/signals';
import type { IncidentLists } from '../../../src/contract/desk/incidents.ts';
import type { IncidentsClient } from './incidents-client.ts';

/** Active, coming and ended incidents. */
export const IncidentListsModel = createModel((client: Pick<IncidentsClient, 'list'>) => {
  const lists = signal<IncidentLists | null>(null);
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

export type IncidentListsModel = InstanceType<typeof IncidentListsModel>;
