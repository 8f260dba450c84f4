import { createModel, signal } from '@preact/signals';
import { proofOptions, proveAgain } from '../../src/contract/desk/second-factor.ts';
import type { ProveAgainRequest } from '../../src/contract/desk/second-factor-requests.ts';
import type { ProofWay } from '../../src/contract/lists.ts';
import type { DeskAnswer, DeskHttp } from '../client/desk-http.ts';
import { showPasskey } from '../client/passkeys.ts';

/** Why a proof was not taken. `minutes` until the next try is allowed. */
export type ProofFailure =
  | { kind: 'wrong' }
  | { kind: 'no-passkey' }
  | { kind: 'throttled'; minutes: number }
  | { kind: 'unanswered' };

/** Asks the agent to prove again who they are, for whatever request needs it. One question at a time answers all. */
export const ProofModel = createModel((call: DeskHttp['call']) => {
  /** what the agent may use, while they are asked */
  const ways = signal<ProofWay[] | null>(null);
  const failure = signal<ProofFailure | null>(null);
  const isBusy = signal(false);
  let asked: Promise<boolean> | null = null;
  let answer: (isProven: boolean) => void = () => {};

  function close(isProven: boolean): void {
    ways.value = null;
    failure.value = null;
    answer(isProven);
  }

  async function ask(): Promise<boolean> {
    const options = await call(proofOptions, { json: {} });
    if (options.outcome !== 'ok') return false;
    if (options.value.isProven) return true;
    return new Promise((resolve) => {
      answer = resolve;
      ways.value = options.value.ways;
    });
  }

  async function busy(work: () => Promise<void>): Promise<void> {
    if (isBusy.peek()) return;
    isBusy.value = true;
    failure.value = null;
    await work();
    isBusy.value = false;
  }

  async function send(proof: ProveAgainRequest): Promise<void> {
    const sent = await call(proveAgain, { json: proof });
    if (sent.outcome === 'ok') close(true);
    else failure.value = failureOf(sent);
  }

  return {
    ways,
    failure,
    isBusy,
    /** @returns whether the agent has proven it, a moment ago or now; false when they leave it */
    prove(): Promise<boolean> {
      asked ??= ask().finally(() => {
        asked = null;
      });
      return asked;
    },
    send: (proof: ProveAgainRequest) => busy(() => send(proof)),
    byPasskey: () =>
      busy(async () => {
        const options = await call(proofOptions, { json: {} });
        if (options.outcome !== 'ok' || !options.value.options) {
          failure.value = failureOf(options);
          return;
        }
        const shown = await showPasskey(options.value.options);
        if (shown.outcome === 'ok') await send({ way: 'passkey', credential: shown.credential } as ProveAgainRequest);
        else if (shown.outcome === 'impossible') failure.value = { kind: 'no-passkey' };
      }),
    /** The agent leaves it: what asked for it is refused. */
    leave() {
      if (ways.peek()) close(false);
    },
  };
});

function failureOf<T>(answer: DeskAnswer<T>): ProofFailure {
  if (answer.outcome !== 'unanswered') return { kind: 'wrong' };
  if (answer.status !== 429) return { kind: 'unanswered' };
  return { kind: 'throttled', minutes: Math.max(1, Math.ceil(answer.retryAfter / 60)) };
}

export type ProofModel = InstanceType<typeof ProofModel>;
