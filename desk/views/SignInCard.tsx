import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Me, SessionModel } from '../models/session-model.ts';
import { words } from '../words/words.ts';
import { Brand } from './icons.tsx';
import { LanguageButtons } from './LanguageButtons.tsx';

interface Props {
  session: SessionModel;
  /** the agent the agent whose session is over */
  ended?: Me | undefined;
}

/** The sign-in form: e-mail and password; over plain http, why signing in is impossible. */
export function SignInCard({ session, ended }: Props): JSX.Element {
  const w = words.value;
  return (
    <div class="door-card">
      <div class="door-head">
        <Brand />
        <span>{w.product}</span>
        <LanguageButtons />
      </div>
      <h1 id="door-title">{w.desk}</h1>
      {isSecureContext ? <Form session={session} ended={ended} /> : <Insecure />}
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
  useLayoutEffect(() => {
    if (!ended) email.current?.focus();
  }, []);

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
        <input ref={email} type="email" name="email" autocomplete="username" required defaultValue={ended?.email} />
      </label>
      <label>
        {w.password}
        <input ref={password} type="password" name="password" autocomplete="current-password" required />
      </label>
      <button type="submit" class="primary" aria-disabled={session.isBusy.value}>
        {session.isBusy.value ? w.signingIn : w.signIn}
      </button>
    </form>
  );
}
