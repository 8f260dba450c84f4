import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { agentFields } from '../../../src/contract/desk/agent.ts';
import type { SessionModel } from '../../models/session-model.ts';
import { words } from '../../words/words.ts';

/** At the door: who was given a one-time code sets a password by it, and is in. */
export function CodeForm({ session, leave }: { session: SessionModel; leave: () => void }): JSX.Element {
  const w = words.value.people;
  const isTooShort = useSignal(false);
  const fields = useRef<HTMLFormElement>(null);
  const failure = session.failure.value;
  const isBusy = session.isBusy.value;
  const field = (name: string) => fields.current?.elements.namedItem(name) as HTMLInputElement;
  useLayoutEffect(() => field('email').focus(), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const password = field('new-password').value;
    isTooShort.value = !agentFields.password.safeParse(password).success;
    if (isTooShort.peek()) return field('new-password').focus();
    await session.setPasswordByCode({ email: field('email').value, code: field('code').value, password });
    if (session.failure.peek()) field('code').select();
  }

  return (
    <form ref={fields} onSubmit={submit} class="door-form">
      <h2>{w.byCode}</h2>
      <p>{w.byCodeMore}</p>
      <div role="alert">{failure && <p class="notice bad">{words.value.signInFailure(failure)}</p>}</div>
      <label>
        {words.value.email}
        <input type="email" name="email" autocomplete="username" required />
      </label>
      <label>
        {w.code}
        <input type="text" name="code" autocomplete="one-time-code" autocapitalize="off" spellcheck={false} required />
      </label>
      <label>
        {w.password}
        <input
          type="password"
          name="new-password"
          autocomplete="new-password"
          required
          aria-invalid={isTooShort.value || undefined}
          aria-describedby="door-password-more"
        />
      </label>
      <small id="door-password-more" class={isTooShort.value ? 'error' : 'muted'}>
        {isTooShort.value ? w.passwordError : w.passwordMore}
      </small>
      <button type="submit" class="primary" aria-disabled={isBusy}>
        {isBusy ? w.setting : w.setPassword}
      </button>
      <button type="button" class="plain" onClick={leave}>
        {w.back}
      </button>
    </form>
  );
}
