import { computed, createModel, signal } from '@preact/signals';
import { agentFields } from '../../../src/contract/desk/agent.ts';
import type { SessionsClient } from './sessions-client.ts';

/** The state of the change. `minutes` until the next attempt is allowed. */
export type PasswordState =
  | { state: 'none' }
  | { state: 'sending' }
  | { state: 'changed' }
  | { state: 'wrong' }
  | { state: 'refused' }
  | { state: 'not-proven' }
  | { state: 'throttled'; minutes: number }
  | { state: 'unanswered' };

export interface PasswordDeps {
  client: Pick<SessionsClient, 'changePassword'>;
  /** the other sessions have ended */
  onChanged: () => Promise<void>;
}

export type PasswordField = 'old' | 'new' | 'repeated';

const NOTHING: Record<PasswordField, string> = { old: '', new: '', repeated: '' };

const WHY: Partial<Record<string, 'wrong' | 'not-proven'>> = {
  'wrong-password': 'wrong',
  'proof-needed': 'not-proven',
};

/** The change of the agent's password: typed twice, as it is not shown, and cleared here as soon as it is sent. */
export const PasswordModel = createModel(({ client, onChanged }: PasswordDeps) => {
  const typed = signal(NOTHING);
  const state = signal<PasswordState>({ state: 'none' });
  const isTried = signal(false);
  const errors = computed<PasswordField[]>(() => {
    const now = typed.value;
    if (!isTried.value) return [];
    return [
      ...(now.old === '' ? (['old'] as const) : []),
      ...(agentFields.password.safeParse(now.new).success ? [] : (['new'] as const)),
      ...(now.new === now.repeated ? [] : (['repeated'] as const)),
    ];
  });

  return {
    typed,
    state,
    errors,
    type(field: PasswordField, text: string) {
      typed.value = { ...typed.peek(), [field]: text };
      if (state.peek().state !== 'sending') state.value = { state: 'none' };
    },
    /** @returns the field to correct, or null when all are valid */
    async send(): Promise<PasswordField | null> {
      if (state.peek().state === 'sending') return null;
      isTried.value = true;
      const [wrong] = errors.peek();
      if (wrong) return wrong;
      state.value = { state: 'sending' };
      const answer = await client.changePassword(typed.peek().old, typed.peek().new);
      if (answer.outcome === 'ok') {
        isTried.value = false;
        typed.value = NOTHING;
        state.value = { state: 'changed' };
        await onChanged();
        return null;
      }
      if (answer.outcome === 'refused') state.value = { state: WHY[answer.code] ?? 'refused' };
      else if (answer.outcome === 'unanswered' && answer.status === 429) {
        state.value = { state: 'throttled', minutes: Math.max(1, Math.ceil(answer.retryAfter / 60)) };
      } else state.value = { state: 'unanswered' };
      return 'old';
    },
  };
});

export type PasswordModel = InstanceType<typeof PasswordModel>;
