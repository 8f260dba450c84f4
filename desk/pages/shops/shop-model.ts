import { createModel, signal } from '@preact/signals';
import type { MadeSecret } from '../../../src/contract/desk/change-shop.ts';
import type { DeskShop } from '../../../src/contract/desk/read-shop.ts';
import type { Signature } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { AddressesModel } from './addresses-model.ts';
import { FactsModel } from './facts-model.ts';
import { PackageModel } from './package-model.ts';
import type { ShopsClient } from './shops-client.ts';

/** Stands for the sessions of the shop among what waits for a confirmation; no secret is called so. */
export const SESSIONS = 'all sessions';

export interface ShopDeps {
  /** the shop's id */
  id: string;
  client: ShopsClient;
  /** today in Poland, as `2026-11-22` */
  today: string;
}

/** One shop with everything about it, and the actions of an admin. */
export const ShopModel = createModel(({ id, client, today }: ShopDeps) => {
  const shop = signal<DeskShop | null>(null);
  const state = signal<'loading' | 'shown' | 'gone' | 'unanswered'>('loading');
  /** why the last change failed */
  const failure = signal<'unanswered' | 'secret-unanswered' | 'refused' | 'not-proven' | null>(null);
  /** a secret that was just made: only here, until it is dismissed or the page is left */
  const made = signal<MadeSecret | null>(null);
  /** the secret whose revocation waits for a confirmation, or the sessions whose end does */
  const asking = signal<string | null>(null);
  /** how many sessions were just ended */
  const ended = signal<number | null>(null);
  const isBusy = signal(false);

  async function refresh(): Promise<void> {
    const answer = await client.read(id);
    if (answer.outcome === 'ok') shop.value = answer.value;
    state.value = answer.outcome === 'ok' ? 'shown' : answer.outcome === 'refused' ? 'gone' : 'unanswered';
  }

  /** Changes the shop and reads it again, also after a refusal: then its state differs from what is shown. */
  async function change<T>(work: () => Promise<DeskAnswer<T>>): Promise<T | null> {
    if (isBusy.peek()) return null;
    isBusy.value = true;
    failure.value = null;
    ended.value = null;
    const answer = await work();
    await refresh();
    isBusy.value = false;
    if (answer.outcome === 'ok') return answer.value;
    if (answer.outcome !== 'refused') failure.value = 'unanswered';
    else failure.value = answer.code === 'proof-needed' ? 'not-proven' : 'refused';
    return null;
  }

  return {
    shop,
    state,
    failure,
    made,
    asking,
    ended,
    isBusy,
    refresh,
    bought: new PackageModel({ id, client, today, onAdded: refresh }),
    facts: new FactsModel({ id, client, onChanged: refresh, read: () => shop.peek() }),
    addresses: new AddressesModel({ id, client, onChanged: refresh }),
    setSignature: (signature: Signature) => change(() => client.setSignature(id, signature)),
    setLicence: (to: 'valid' | 'breached') => change(() => client.setLicence(id, to)),
    async makeSecret() {
      const secret = await change(() => client.makeSecret(id));
      if (secret) made.value = secret;
      // Each press makes another secret: without a response we cannot say that none was made.
      else if (failure.peek() === 'unanswered') failure.value = 'secret-unanswered';
    },
    putAway() {
      made.value = null;
    },
    async revokeSecret(kid: string) {
      asking.value = null;
      if (made.peek()?.kid === kid) made.value = null;
      await change(() => client.revokeSecret(id, kid));
    },
    async endSessions() {
      asking.value = null;
      const answer = await change(() => client.endSessions(id));
      ended.value = answer?.sessions ?? null;
    },
  };
});

export type ShopModel = InstanceType<typeof ShopModel>;
