import { computed, createModel, signal } from '@preact/signals';
import type { DeskBlock } from '../../../src/contract/desk/blocks.ts';
import type { BlocksClient } from './blocks-client.ts';

/** Why a block was not lifted: it was over already, or there was no response. */
export type NotLifted = 'over' | 'refused' | 'unanswered';

/** The blocks that stand and those that are over, and lifting one. */
export const BlocksModel = createModel((client: Pick<BlocksClient, 'list' | 'lift'>) => {
  const blocks = signal<DeskBlock[] | null>(null);
  const hasFailed = signal(false);
  /** the block whose lifting waits for a confirmation */
  const asking = signal<number | null>(null);
  /** how the last lifting went, to be announced */
  const lifted = signal<'done' | NotLifted | null>(null);
  const standing = computed(() => blocks.value?.filter(({ isActive }) => isActive) ?? []);
  const over = computed(() => blocks.value?.filter(({ isActive }) => !isActive) ?? []);

  async function refresh(): Promise<void> {
    const answer = await client.list();
    if (answer.outcome === 'ok') blocks.value = answer.value;
    hasFailed.value = answer.outcome !== 'ok';
  }

  return {
    blocks,
    standing,
    over,
    hasFailed,
    asking,
    lifted,
    refresh,
    async lift(id: number) {
      asking.value = null;
      lifted.value = null;
      const answer = await client.lift(id);
      await refresh();
      if (answer.outcome === 'ok') lifted.value = 'done';
      else if (answer.outcome !== 'refused') lifted.value = 'unanswered';
      else lifted.value = answer.code === 'not-found' ? 'over' : 'refused';
    },
  };
});

export type BlocksModel = InstanceType<typeof BlocksModel>;
