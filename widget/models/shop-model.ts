import { computed, createModel, signal } from '@preact/signals';
import { type Facts, toLines } from '../host-page/facts.ts';
import { rememberFacts } from '../host-page/remember-facts.ts';
import type { LastAnswer } from '../outbox/last-answer.ts';
import type { Identity } from '../outbox/ticket-entry.ts';
import type { WidgetStore } from '../outbox/widget-store.ts';
import type { TicketClient } from '../ticket-client.ts';

/** What the status line knows: the last answer if there is one, and whether it is of now. */
export interface Standing {
  last: LastAnswer | null;
  isFresh: boolean;
  isAsking: boolean;
}

/** Which shop this is, and where it stands with its support. */
export const ShopModel = createModel(
  (client: Pick<TicketClient, 'readShopStatus'>, store: WidgetStore, directory: string, known: Facts) => {
    const facts = signal(known);
    const isCorrecting = signal(false);
    const standing = signal<Standing>({ last: null, isFresh: false, isAsking: true });
    let asking: Promise<void> | undefined;

    /** The shop, once both of what the rules want in every request are known (R5). */
    const identity = computed<Identity | null>(() => {
      const { supportNumber, installUrl } = facts.value;
      return supportNumber && installUrl ? { supportNumber, installUrl } : null;
    });

    async function ask(): Promise<void> {
      const asked = identity.peek();
      if (!asked) return;
      const kept = await store.get('shops', directory).catch(() => undefined);
      const last = kept && toLines(kept) === toLines(asked) ? kept : null;
      standing.value = { last, isFresh: false, isAsking: true };
      const { shopVersion } = facts.peek();
      const status = await client.readShopStatus({ ...asked, ...(shopVersion && { shopVersion }) });
      if (identity.peek() !== asked) return; // corrected meanwhile: another answer is on its way
      if (!status) {
        standing.value = { ...standing.peek(), isAsking: false };
        return;
      }
      const answer = { ...asked, status, at: Date.now() };
      standing.value = { last: answer, isFresh: true, isAsking: false };
      await store.change({ store: 'shops', key: directory, value: answer }).catch(() => {});
    }

    return {
      facts,
      identity,
      standing,
      /** whether the person must say which shop this is */
      isAsked: computed(() => isCorrecting.value || !identity.value),
      /** the newest answer there is, of now or kept */
      status: computed(() => standing.value.last?.status),

      ask() {
        asking = ask();
      },
      /** Resolves when the answer that was last asked for is here, or known not to come. */
      async settled() {
        await asking;
      },
      correct() {
        isCorrecting.value = true;
      },
      identify(named: Identity) {
        facts.value = { ...facts.peek(), ...named };
        isCorrecting.value = false;
        rememberFacts(directory, facts.peek());
        asking = ask();
      },
    };
  },
);

export type ShopModel = InstanceType<typeof ShopModel>;
