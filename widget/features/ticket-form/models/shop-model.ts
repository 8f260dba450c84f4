import { computed, signal } from '@preact/signals';
import { createModel } from '../../../create-model.ts';
import type { EmbedConfig } from '../../../host-page/embed-config.ts';
import { type Facts, toLines } from '../../../host-page/facts.ts';
import type { Identity } from '../../../outbox/ticket-entry.ts';
import type { StoredStatus, WidgetStore } from '../../../outbox/widget-store.ts';
import type { TicketClient } from '../../../service/ticket-client.ts';

/** The state of the status line: the last response, if any, and whether it is fresh. */
export interface StatusState {
  last: StoredStatus | null;
  isFresh: boolean;
  isAsking: boolean;
}

/** Where the shop comes from: the loader's standings, what a person typed, or what the panel has signed. */
export type ShopSource = EmbedConfig['standing'] | 'typed' | 'signed';

/** The page is another shop's, or the shop needs a signature that is not there. */
export type Warning = 'other-shop' | 'signature';

/** What the loader knows of the shop. */
export type ShopConfig = Pick<EmbedConfig, 'facts' | 'panelPath'> & Partial<EmbedConfig>;

/** The shop of this panel, and its support. `ShopKeeper` decides which shop it is once the service has answered. */
export const ShopModel = createModel(
  (client: Pick<TicketClient, 'readShopStatus'>, store: WidgetStore, config: ShopConfig) => {
    const { supportNumber, installUrl, shopVersion = config.facts.shopVersion } = config;
    // The shop of the tag or the one that is known, never facts of both: a page could complete what a tag leaves out.
    const facts = signal<Facts>({ installUrl, ...(supportNumber ? { supportNumber } : config.facts), shopVersion });
    const source = signal<ShopSource>(config.standing);
    const question = signal<'correction' | 'another' | null>(null);
    const isLearning = signal(config.isLearning);
    const statusState = signal<StatusState>({ last: null, isFresh: false, isAsking: true });
    let asking: Promise<void> | undefined;

    /** The shop, once number and address are known (R5). */
    const identity = computed<Identity | null>(() => {
      const { supportNumber, installUrl } = facts.value;
      return supportNumber && installUrl ? { supportNumber, installUrl } : null;
    });

    /** the newest response, fresh or stored */
    const status = computed(() => statusState.value.last?.status);

    async function readStatus(): Promise<void> {
      const asked = identity.peek();
      if (!asked) return;
      const kept = await store.get('shops', config.panelPath).catch(() => undefined);
      const isUsable = kept && toLines(kept) === toLines(asked) && kept.at <= Date.now(); // by a clock that was right
      const last = isUsable ? kept : null;
      statusState.value = { last, isFresh: false, isAsking: true };
      const { shopVersion } = facts.peek();
      const status = await client.readShopStatus({ ...asked, ...(shopVersion && { shopVersion }) });
      if (identity.peek() !== asked) return; // corrected meanwhile: another request is in flight
      statusState.value = status
        ? { last: { ...asked, status, at: Date.now() }, isFresh: true, isAsking: false }
        : { ...statusState.peek(), isAsking: false };
    }

    function ask(): void {
      asking = readStatus();
    }

    return {
      facts,
      source,
      /** why the person is asked for the shop: to correct what is there, or to name another one */
      question,
      isLearning,
      identity,
      statusState,
      status,
      /** whether the person must enter the shop */
      isAsked: computed(() => !!question.value || !(identity.value || isLearning.value)),
      ask,
      /** Resolves when the last request has ended. */
      async settled() {
        await asking;
      },
      /** Takes another shop, and asks the service about it. */
      identify(named: Identity, from: ShopSource = 'typed') {
        facts.value = { ...facts.peek(), ...named };
        source.value = from;
        question.value = null;
        ask();
      },
    };
  },
);

export type ShopModel = InstanceType<typeof ShopModel>;
