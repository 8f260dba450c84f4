import { createModel, signal } from '@preact/signals';
import type { DeskMailRead } from '../../../src/contract/desk/mails.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import type { MailFate } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { ShopSearchModel } from '../phone/shop-search-model.ts';
import { type Decided, toDecided } from './decided.ts';
import type { MailSettled, MailsClient } from './mails-client.ts';

/** One letter, and what an agent decides about it. A shop is chosen first; only a press of its own opens a ticket. */
export const LetterModel = createModel((client: MailsClient, id: number) => {
  const letter = signal<DeskMailRead | null>(null);
  const state = signal<'loading' | 'shown' | 'gone' | 'unanswered'>('loading');
  const chosen = signal<ShopRow | null>(null);
  const decided = signal<Decided | null>(null);
  const isBusy = signal(false);
  const search = new ShopSearchModel(client);

  async function read(): Promise<void> {
    const answer = await client.read(id);
    if (answer.outcome === 'ok') {
      letter.value = answer.value;
      state.value = 'shown';
    } else if (letter.peek() === null) state.value = answer.outcome === 'refused' ? 'gone' : 'unanswered';
  }

  async function decide(ask: () => Promise<DeskAnswer<MailSettled | null>>, done: MailFate): Promise<void> {
    if (isBusy.peek()) return;
    isBusy.value = true;
    decided.value = null;
    const answer = await ask();
    const outcome = toDecided(answer, done);
    // What may not have been saved keeps its choice, so that the same press tries again.
    if (outcome.kind !== 'unanswered') chosen.value = null;
    search.clear();
    await read();
    decided.value = outcome;
    isBusy.value = false;
  }

  return {
    letter,
    state,
    chosen,
    decided,
    isBusy,
    search,
    refresh: read,
    choose(shop: ShopRow | null) {
      chosen.value = shop;
      search.clear();
    },
    async giveShop(): Promise<void> {
      const shop = chosen.peek();
      if (shop) await decide(() => client.giveShop(id, shop.id), 'opened');
    },
    take: () => decide(() => client.take(id), 'waits'),
    setAside: () => decide(() => client.setAside(id), 'set-aside'),
  };
});

export type LetterModel = InstanceType<typeof LetterModel>;
