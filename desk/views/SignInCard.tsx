import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { hasPasskeys } from '../client/passkeys.ts';
import { offerPasskeysAt } from '../models/passkey-offer.ts';
import type { Me, SessionModel } from '../models/session-model.ts';
import { loadCodeForm } from '../pages/pages.ts';
import { words } from '../words/words.ts';
import { Brand, Icon } from './icons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';
import { Later } from './Later.tsx';
import { ProofForm } from './ProofForm.tsx';

interface Props {
  session: SessionModel;
  /** the agent whose session is over */
  ended?: Me | undefined;
}

/** The sign-in form: a passkey, or e-mail and password and a second step; over plain http, why that is impossible. */
export function SignInCard({ session, ended }: Props): JSX.Element {
  const w = words.value;
  /** whether somebody was given a one-time code, and sets a password by it */
  const hasCode = useSignal(false);
  function codeForm(isWanted: boolean): void {
    session.forgetFailure();
    hasCode.value = isWanted;
  }
  return (
    <div class="door-card">
      <div class="door-head">
        <Brand />
        <span>{w.product}</span>
        <LanguageButtons />
      </div>
      <h1 id="door-title">{w.desk}</h1>
      {!isSecureContext ? (
        <Insecure />
      ) : session.step.value ? (
        <SecondStep session={session} />
      ) : hasCode.value ? (
        <Later wanted="code" load={loadCodeForm} with={{ session, leave: () => codeForm(false) }} />
      ) : (
        <>
          <Form session={session} ended={ended} />
          {!ended && (
            <button type="button" class="plain" onClick={() => codeForm(true)}>
              {w.haveCode}
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Insecure(): JSX.Element {
  return (
    <div class="notice warn">
      <strong>{words.value.insecure}</strong>
      <p>{words.value.insecureMore}</p>
    </div>
  );
}

function Form({ session, ended }: Props): JSX.Element {
  const w = words.value;
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const failure = session.failure.value;
  // Also after the second step was left, which had the focus.
  useLayoutEffect(() => {
    // The dialog over an ended desk remembers at its opening what had the focus, and gives it back: not before that.
    if (!ended) email.current?.focus();
    else if (password.current?.closest('dialog[open]')) password.current.focus();
  }, []);
  useEffect(() => offerPasskeysAt(session), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    await session.signIn(email.current?.value ?? '', password.current?.value ?? '');
    if (session.failure.peek()) password.current?.select();
  }

  return (
    <form onSubmit={submit} class="door-form">
      {ended && !failure && (
        <p id="door-ended" class="notice">
          {w.ended}
        </p>
      )}
      <div role="alert">{failure && <p class="notice bad">{w.signInFailure(failure)}</p>}</div>
      <label>
        {w.email}
        <input
          ref={email}
          type="email"
          name="email"
          autocomplete="username webauthn"
          required
          defaultValue={ended?.email}
        />
      </label>
      <label>
        {w.password}
        <input ref={password} type="password" name="password" autocomplete="current-password" required />
      </label>
      <button type="submit" class="primary" aria-disabled={session.isBusy.value}>
        {session.isBusy.value ? w.signingIn : w.signIn}
      </button>
      {hasPasskeys() && (
        <>
          <p class="door-or muted">{w.or}</p>
          <button type="button" class="with-icon" onClick={session.signInByPasskey}>
            <Icon of="key" />
            {w.usePasskey}
          </button>
        </>
      )}
    </form>
  );
}

function SecondStep({ session }: { session: SessionModel }): JSX.Element {
  const w = words.value;
  const failure = session.failure.value;
  return (
    <div class="door-form">
      <h2>{w.secondStep}</h2>
      <p>{w.secondStepMore}</p>
      <ProofForm
        ways={session.step.value ?? []}
        failure={failure && w.signInFailure(failure)}
        isBusy={session.isBusy.value}
        byPasskey={session.takeStepByPasskey}
        prove={(proof) => proof.way !== 'password' && session.takeStep(proof)}
      />
      <p class="muted small">{w.allLost}</p>
      <button type="button" class="plain" onClick={session.leaveStep}>
        {w.backToPassword}
      </button>
    </div>
  );
}
