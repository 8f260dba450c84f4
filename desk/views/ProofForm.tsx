import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ProveAgainRequest } from '../../src/contract/desk/second-factor-requests.ts';
import type { ProofWay } from '../../src/contract/lists.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

/** A proof that is typed. */
export type TypedProof = Exclude<ProveAgainRequest, { way: 'passkey' }>;

interface Props {
  /** what the agent may use, the surest first */
  ways: readonly ProofWay[];
  /** why the last try failed, in words */
  failure: string | null;
  isBusy: boolean;
  byPasskey: () => void;
  prove: (proof: TypedProof) => void;
}

type Typed = TypedProof['way'];

const PLAIN = { type: 'text', autocapitalize: 'off', spellcheck: false } as const;

const FIELDS = {
  totp: { ...PLAIN, name: 'totp', inputMode: 'numeric', autocomplete: 'one-time-code' },
  recovery: { ...PLAIN, name: 'recovery', autocomplete: 'off' },
  password: { type: 'password', name: 'password', autocomplete: 'current-password' },
} as const;

/** The fields of what is typed: the password, a code of an app, a recovery code; or a button for a passkey. */
export function ProofForm({ ways, failure, isBusy, byPasskey, prove }: Props): JSX.Element {
  const w = words.value;
  const typedWays = ways.filter((way) => way !== 'passkey');
  const chosen = useSignal<Typed | null>(null);
  const way = chosen.value ?? typedWays[0] ?? null;
  const first = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => (first.current ?? field.current)?.focus(), []);
  useLayoutEffect(() => {
    if (chosen.value) field.current?.focus();
  }, [chosen.value]);
  useLayoutEffect(() => {
    if (failure) field.current?.select();
  }, [failure]);

  function submit(event: Event): void {
    event.preventDefault();
    const text = field.current?.value ?? '';
    if (way === null || isBusy) return;
    prove(way === 'password' ? { way, password: text } : { way, code: text });
  }

  const { label, more } = textsOf(way ?? 'password');
  return (
    <>
      <div role="alert">{failure && <p class="notice bad">{failure}</p>}</div>
      {ways.includes('passkey') && (
        <button ref={first} type="button" class="primary with-icon" aria-disabled={isBusy} onClick={byPasskey}>
          <Icon of="key" />
          {w.usePasskey}
        </button>
      )}
      {way !== null && (
        <form class="door-form" onSubmit={submit}>
          <label>
            {label}
            {/* Another field for each way: what was typed for one is no beginning of another. */}
            <input
              key={way}
              ref={field}
              {...FIELDS[way]}
              required
              aria-describedby={more ? `proof-${way}` : undefined}
            />
          </label>
          {more && (
            <small id={`proof-${way}`} class="muted">
              {more}
            </small>
          )}
          <button type="submit" class={ways.includes('passkey') ? undefined : 'primary'} aria-disabled={isBusy}>
            {w.confirmCode}
          </button>
        </form>
      )}
      {typedWays.length > 1 && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            chosen.value = way === 'recovery' ? 'totp' : 'recovery';
          }}
        >
          {way === 'recovery' ? w.useTotp : w.useRecovery}
        </button>
      )}
    </>
  );
}

function textsOf(way: Typed): { label: string; more: string | null } {
  const w = words.value;
  switch (way) {
    case 'totp':
      return { label: w.code, more: w.codeMore };
    case 'recovery':
      return { label: w.recoveryCode, more: w.recoveryCodeMore };
    case 'password':
      return { label: w.password, more: null };
  }
}
