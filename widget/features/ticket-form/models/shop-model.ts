import { computed, createModel, signal } from '@preact/signals';
import { type Facts, toLines } from '../../../host-page/facts.ts';
import { rememberFacts } from '../../../host-page/remember-facts.ts';
import type { Identity } from '../../../outbox/ticket-entry.ts';
import type { StoredStatus, WidgetStore } from '../../../outbox/widget-store.ts';
import type { TicketClient } from '../../../service/ticket-client.ts';

/** The state of the status line: the last response, if any, and whether it is fresh. */
export interface StatusState {
  last: StoredStatus | null;
  isFresh: boolean;
  isAsking: boolean;
}

/** The shop of this panel, and its support. */
export const ShopModel = createModel(
  (client: Pick<TicketClient, 'readShopStatus'>, store: WidgetStore, panelPath: string, known: Facts) => {
    const facts = signal(known);
    const isCorrecting = signal(false);
    const statusState = signal<StatusState>({ last: null, isFresh: false, isAsking: true });
    let asking: Promise<void> | undefined;

    /** The shop, once number and address are known (R5). */
    const identity = computed<Identity | null>(() => {
      const { supportNumber, installUrl } = facts.value;
      return supportNumber && installUrl ? { supportNumber, installUrl } : null;
    });

    async function ask(): Promise<void> {
      const asked = identity.peek();
      if (!asked) return;
      const kept = await store.get('shops', panelPath).catch(() => undefined);
      const isUsable = kept && toLines(kept) === toLines(asked) && kept.at <= Date.now(); // by a clock that was right
      const last = isUsable ? kept : null;
      statusState.value = { last, isFresh: false, isAsking: true };
      const { shopVersion } = facts.peek();
      const status = await client.readShopStatus({ ...asked, ...(shopVersion && { shopVersion }) });
      if (identity.peek() !== asked) return; // corrected meanwhile: another request is in flight
      if (!status) {
        statusState.value = { ...statusState.peek(), isAsking: false };
        return;
      }
      const answer = { ...asked, status, at: Date.now() };
      statusState.value = { last: answer, isFresh: true, isAsking: false };
      await store.change({ store: 'shops', key: panelPath, value: answer }).catch(() => {});
    }

    return {
      facts,
      identity,
      statusState,
      /** whether the person must enter the shop */
      isAsked: computed(() => isCorrecting.value || !identity.value),
      /** the newest response, fresh or stored */
      status: computed(() => statusState.value.last?.status),

      ask() {
        asking = ask();
      },
      /** Resolves when the last request has ended. */
      async settled() {
        await asking;
      },
      correct() {
        isCorrecting.value = true;
      },
      identify(named: Identity) {
        facts.value = { ...facts.peek(), ...named };
        isCorrecting.value = false;
        rememberFacts(panelPath, facts.peek());
        asking = ask();
      },
    };
  },
);

export type ShopModel = InstanceType<typeof ShopModel>;
