import { createModel, signal } from '@preact/signals';
import { type ApiKey, KEY_NAME_LENGTH, type MadeApiKey } from '../../../src/contract/desk/api-keys.ts';
import type { ApiScope } from '../../../src/contract/lists.ts';
import { overLength } from '../../models/over-length.ts';
import type { KeysClient } from './keys-client.ts';

/** Why the last press did nothing, as far as is known. */
export type KeysFailure = 'unanswered' | 'make-unanswered' | 'not-proven' | 'full' | 'no-name' | 'refused';

const WHY: Partial<Record<string, KeysFailure>> = { 'proof-needed': 'not-proven', 'list-full': 'full' };

/** The keys of other systems: a new one is shown once, until it is put away or the page is left. */
export const KeysModel = createModel((client: KeysClient) => {
  const keys = signal<ApiKey[] | null>(null);
  const hasFailed = signal(false);
  const failure = signal<KeysFailure | null>(null);
  const made = signal<MadeApiKey | null>(null);
  /** the key whose revocation waits for a confirmation */
  const asking = signal<string | null>(null);
  const name = signal('');
  const scope = signal<ApiScope>('registry:write');
  const isBusy = signal(false);

  async function refresh(): Promise<void> {
    const answer = await client.list();
    hasFailed.value = answer.outcome !== 'ok';
    if (answer.outcome === 'ok') keys.value = answer.value.keys;
  }

  return {
    keys,
    hasFailed,
    failure,
    made,
    asking,
    name,
    scope,
    isBusy,
    refresh,
    putAway() {
      made.value = null;
    },
    async make() {
      const wanted = name.peek().trim();
      if (isBusy.peek() || overLength(wanted, KEY_NAME_LENGTH) > 0) return;
      failure.value = wanted ? null : 'no-name';
      if (!wanted) return;
      isBusy.value = true;
      const answer = await client.make({ name: wanted, scopes: [scope.peek()] });
      await refresh();
      isBusy.value = false;
      if (answer.outcome === 'ok') {
        made.value = answer.value;
        name.value = '';
      } else failure.value = answer.outcome === 'refused' ? (WHY[answer.code] ?? 'refused') : 'make-unanswered';
    },
    async revoke(id: string) {
      if (isBusy.peek()) return;
      asking.value = null;
      failure.value = null;
      isBusy.value = true;
      const answer = await client.revoke(id);
      await refresh();
      isBusy.value = false;
      if (answer.outcome === 'ok') {
        if (made.peek()?.id === id) made.value = null;
      } else failure.value = answer.outcome === 'refused' ? (WHY[answer.code] ?? 'refused') : 'unanswered';
    },
  };
});

export type KeysModel = InstanceType<typeof KeysModel>;
