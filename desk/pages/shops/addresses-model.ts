import { createModel, signal } from '@preact/signals';
import { LIMITS } from '../../../src/contract/limits.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { overLength } from '../../models/over-length.ts';
import type { ShopsClient } from './shops-client.ts';

export interface AddressesDeps {
  /** the shop's id */
  id: string;
  client: Pick<ShopsClient, 'addAddress' | 'changeAddress' | 'endAddress'>;
  /** reads the shop again: its addresses differ now */
  onChanged: () => Promise<void>;
}

/** Why an address was not taken. */
export type AddressFailure =
  | { kind: 'unanswered' | 'refused' | 'no-address' | 'private' }
  /** with the name of the shop that has it */
  | { kind: 'taken'; shop: string };

/** What a typed address becomes: one where the panel is, or the shop's own (C5). */
export type AddressUse = 'panel' | 'shop';

/** The addresses of a shop: a text that is kept until it is taken, and the ends. */
export const AddressesModel = createModel(({ id, client, onChanged }: AddressesDeps) => {
  const typed = signal('');
  const use = signal<AddressUse>('panel');
  const failure = signal<AddressFailure | null>(null);
  /** the address whose end waits for a confirmation */
  const asking = signal<number | null>(null);
  const isBusy = signal(false);

  async function change(work: () => Promise<DeskAnswer<null>>): Promise<boolean> {
    if (isBusy.peek()) return false;
    isBusy.value = true;
    failure.value = null;
    const answer = await work();
    await onChanged();
    isBusy.value = false;
    failure.value = answer.outcome === 'ok' ? null : whyNot(answer);
    return answer.outcome === 'ok';
  }

  return {
    typed,
    use,
    failure,
    asking,
    isBusy,
    async add() {
      const address = typed.peek().trim();
      if (!address) {
        failure.value = { kind: 'no-address' };
        return;
      }
      if (overLength(address, LIMITS.installUrl) > 0) return; // its field says so
      const call = use.peek() === 'panel' ? client.addAddress : client.changeAddress;
      if (await change(() => call(id, address))) typed.value = '';
    },
    async end(address: number) {
      asking.value = null;
      await change(() => client.endAddress(id, address));
    },
  };
});

export type AddressesModel = InstanceType<typeof AddressesModel>;

function whyNot(answer: Exclude<DeskAnswer<null>, { outcome: 'ok' }>): AddressFailure {
  if (answer.outcome !== 'refused') return { kind: 'unanswered' };
  const { code, problem } = answer;
  const { name } = (problem.shop ?? {}) as { name?: unknown };
  if (code === 'address-taken' && typeof name === 'string') return { kind: 'taken', shop: name };
  if (code !== 'invalid-request') return { kind: 'refused' };
  const errors = Array.isArray(problem.errors) ? problem.errors : [];
  return { kind: errors.some((error) => error?.code === 'not-allowed') ? 'private' : 'no-address' };
}
