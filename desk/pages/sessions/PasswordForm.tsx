import type { JSX } from 'preact';
import { rememberFocus } from '../../views/focus.ts';
import { words } from '../../words/words.ts';
import type { PasswordField, PasswordModel, PasswordState } from './password-model.ts';

const FIELDS: readonly PasswordField[] = ['old', 'new', 'repeated'];

/** Changes the agent's own password: the old one, and the new one twice. */
export function PasswordForm({ model, email }: { model: PasswordModel; email: string }): JSX.Element {
  const w = words.value.sessions;
  const state = model.state.value;
  const failure = wordsFor(state);
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const isHere = rememberFocus();
    const field = await model.send();
    if (field && isHere()) document.getElementById(`password-${field}`)?.focus();
  }
  return (
    <section class="panel" aria-labelledby="password-heading">
      <h3 id="password-heading">{w.password}</h3>
      <p class="muted">{w.passwordMore}</p>
      <form noValidate onSubmit={send}>
        {/* whose password it is: for the browser's own keeper of passwords */}
        <input type="text" name="email" autocomplete="username" value={email} readOnly hidden />
        {FIELDS.map((field) => (
          <Password key={field} model={model} field={field} />
        ))}
        <div role="alert">{failure && <p class="notice bad">{failure}</p>}</div>
        <div role="status">{state.state === 'changed' && <p class="notice good">{w.changed}</p>}</div>
        <div class="row">
          <button type="submit" class="primary" aria-disabled={state.state === 'sending'}>
            {state.state === 'sending' ? w.changing : w.change}
          </button>
        </div>
      </form>
    </section>
  );
}

function Password({ model, field }: { model: PasswordModel; field: PasswordField }): JSX.Element {
  const w = words.value.sessions;
  const id = `password-${field}`;
  const error = model.errors.value.includes(field) ? w.errors[field] : null;
  const below = error ?? (field === 'new' ? w.hint : null);
  return (
    <div class="field">
      <label for={id}>{w.fields[field]}</label>
      <input
        id={id}
        type="password"
        autocomplete={field === 'old' ? 'current-password' : 'new-password'}
        value={model.typed.value[field]}
        aria-invalid={error ? true : undefined}
        aria-describedby={below ? `${id}-more` : undefined}
        onInput={({ currentTarget }) => model.type(field, currentTarget.value)}
      />
      {below && (
        <small id={`${id}-more`} class={error ? 'error' : undefined}>
          {below}
        </small>
      )}
    </div>
  );
}

function wordsFor(state: PasswordState): string | null {
  const w = words.value.sessions;
  switch (state.state) {
    case 'wrong':
      return w.wrong;
    case 'refused':
      return w.refused;
    case 'not-proven':
      return words.value.notProven;
    case 'throttled':
      return words.value.signInFailure({ kind: 'throttled', minutes: state.minutes });
    case 'unanswered':
      return w.failed;
    default:
      return null;
  }
}
