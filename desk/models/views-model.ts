import { createModel, signal } from '@preact/signals';
import type { CountedView, KeepViewRequest } from '../../src/contract/desk/views.ts';
import type { ViewsClient } from '../client/views-client.ts';

/** The kept views of the agent, and those of everybody. */
export const ViewsModel = createModel((client: ViewsClient) => {
  /** null until they are read, or when they could not be */
  const views = signal<CountedView[] | null>(null);
  /** how many wait in each of the views that everybody has, by its query */
  const standing = signal<ReadonlyMap<string, number | undefined>>(new Map());
  const hasFailed = signal(false);

  async function read(): Promise<void> {
    const answer = await client.list();
    hasFailed.value = answer.outcome !== 'ok';
    if (answer.outcome !== 'ok') return;
    views.value = answer.value.views;
    standing.value = new Map(answer.value.standing.map(({ query, waiting }) => [query, waiting]));
  }

  return {
    views,
    standing,
    hasFailed,
    read,
    /** Keeps a view; again under the same name keeps it anew. @returns whether it is kept */
    async keep(view: KeepViewRequest): Promise<boolean> {
      const answer = await client.keep(view);
      if (answer.outcome === 'ok') await read();
      return answer.outcome === 'ok';
    },
    /** @returns whether it was done */
    async rename(id: number, name: string): Promise<boolean> {
      const answer = await client.rename(id, name);
      await read();
      return answer.outcome === 'ok';
    },
    /** @returns whether it was done */
    async remove(id: number): Promise<boolean> {
      const answer = await client.remove(id);
      await read();
      return answer.outcome === 'ok';
    },
  };
});

export type ViewsModel = InstanceType<typeof ViewsModel>;
