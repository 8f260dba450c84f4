import { createModel, signal } from '@preact/signals';
import type { Factors } from '../../../src/contract/desk/second-factor.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import type { FactorsClient } from './factors-client.ts';
import { makePasskey } from './make-passkey.ts';

/** Why the last change failed. */
export type FactorsFailure =
  | 'unanswered'
  | 'refused'
  | 'not-proven'
  | 'wrong-code'
  | 'last'
  | 'full'
  | 'known-passkey'
  | 'no-passkey';

const WHY: Partial<Record<string, FactorsFailure>> = {
  'proof-needed': 'not-proven',
  'wrong-proof': 'wrong-code',
  'last-factor': 'last',
  'list-full': 'full',
};

export interface FactorsDeps {
  client: FactorsClient;
  /** the agent has another standing now */
  onChanged: () => void;
}

/** The agent's passkeys, authenticator app and recovery codes. */
export const FactorsModel = createModel(({ client, onChanged }: FactorsDeps) => {
  const factors = signal<Factors | null>(null);
  const hasFailed = signal(false);
  const failure = signal<FactorsFailure | null>(null);
  const isBusy = signal(false);
  /** an app being set up: shown only here and now */
  const totp = signal<{ secret: string; uri: string } | null>(null);
  /** codes that were just made: shown only here and now */
  const codes = signal<string[] | null>(null);
  /** the passkey whose removal, or `totp`, waits for a confirmation */
  const asking = signal<string | null>(null);

  async function refresh(): Promise<void> {
    const answer = await client.list();
    if (answer.outcome === 'ok') factors.value = answer.value;
    hasFailed.value = answer.outcome === 'unanswered';
  }

  function took<T>(answer: DeskAnswer<T>): answer is Extract<DeskAnswer<T>, { outcome: 'ok' }> {
    if (answer.outcome === 'refused') failure.value = WHY[answer.code] ?? 'refused';
    else if (answer.outcome === 'unanswered') failure.value = 'unanswered';
    return answer.outcome === 'ok';
  }

  /** Does one thing at a time, and reads again. @returns whether it was done */
  async function change(work: () => Promise<boolean>): Promise<boolean> {
    if (isBusy.peek()) return false;
    isBusy.value = true;
    failure.value = null;
    const isDone = await work();
    await refresh();
    isBusy.value = false;
    // With codes to be kept nothing may be taken from the screen.
    if (isDone && codes.peek() === null) onChanged();
    return isDone;
  }

  /** The first factor comes with codes: who loses it before they made some would be out. */
  async function codesForTheFirst(): Promise<void> {
    const before = factors.peek();
    if (!before || before.recoveryCodesLeft > 0) return;
    const made = await client.makeCodes();
    if (took(made)) codes.value = made.value;
  }

  return {
    factors,
    hasFailed,
    failure,
    isBusy,
    totp,
    codes,
    asking,
    refresh,
    addPasskey: (name: string) =>
      change(async () => {
        const options = await client.passkeyOptions();
        if (!took(options)) return false;
        const made = await makePasskey(options.value);
        if (made.outcome !== 'ok') {
          if (made.outcome !== 'cancelled') failure.value = made.outcome === 'known' ? 'known-passkey' : 'no-passkey';
          return false;
        }
        if (!took(await client.addPasskey(name, made.credential))) return false;
        await codesForTheFirst();
        return true;
      }),
    renamePasskey: (id: string, name: string) => change(async () => took(await client.renamePasskey(id, name))),
    removePasskey: (id: string) =>
      change(async () => {
        asking.value = null;
        return took(await client.removePasskey(id));
      }),
    setUpTotp: () =>
      change(async () => {
        const made = await client.setUpTotp();
        if (took(made)) totp.value = made.value;
        return made.outcome === 'ok';
      }),
    confirmTotp: (code: string) =>
      change(async () => {
        if (!took(await client.confirmTotp(code))) return false;
        totp.value = null;
        await codesForTheFirst();
        return true;
      }),
    leaveTotp() {
      totp.value = null;
      failure.value = null;
    },
    removeTotp: () =>
      change(async () => {
        asking.value = null;
        return took(await client.removeTotp());
      }),
    makeCodes: () =>
      change(async () => {
        const made = await client.makeCodes();
        if (took(made)) codes.value = made.value;
        return made.outcome === 'ok';
      }),
    /** The codes are kept elsewhere by now. */
    putAway() {
      codes.value = null;
      onChanged();
    },
  };
});

export type FactorsModel = InstanceType<typeof FactorsModel>;
