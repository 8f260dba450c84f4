import { useSignal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { linkWords as words } from '#words/link-page.ts';
import { bind } from '#words/panel.ts';
import { Field, focusFirstInvalid } from '../controls/Field.tsx';
import type { LinkModel } from './link-model.ts';

interface Props {
  /** of the second field */
  label: string;
  hint?: string;
  name: string;
  mode: 'email' | 'text';
  button: string;
  /** @returns what to say */
  send: (number: string, second: string) => Promise<string>;
}

/** Number and code, and below what brings a lost link back. */
export function KeyForms({ link, isDead }: { link: LinkModel; isDead: boolean }): JSX.Element {
  return (
    <>
      <h1 tabIndex={-1}>{isDead ? words.dead : words.enter}</h1>
      {isDead && <p>{bind(words.deadMore)}</p>}
      <h2>{words.lost}</h2>
      <p>{bind(words.lostMore)}</p>
      <TwoFields
        label={words.email}
        name="email"
        mode="email"
        button={words.restore}
        send={async (number, email) => ((await link.restore(number, email)) ? words.restored : words.notRestored)}
      />
      <h2>{words.code}</h2>
      <p>{bind(words.enterMore)}</p>
      <TwoFields
        label={words.code}
        hint={words.codeHint}
        name="code"
        mode="text"
        button={words.open}
        send={async (number, code) => {
          const why = await link.enter(number, code);
          return why ? words[why] : '';
        }}
      />
    </>
  );
}

function TwoFields({ label, hint, name, mode, button, send }: Props): JSX.Element {
  const said = useSignal('');
  const isMissing = useSignal<readonly string[]>([]);
  const isBusy = useSignal(false);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const [number, second] = ['number', name].map((field) => String(typed.get(field) ?? '').trim());
    isMissing.value = [!number && 'number', !second && name].filter((field) => field !== false);
    if (!number || !second) return focusFirstInvalid(form);
    if (isBusy.peek()) return;
    isBusy.value = true;
    said.value = '';
    said.value = await send(number.replace(/\s/g, ''), second);
    isBusy.value = false;
  }

  const errorOf = (field: string) => (isMissing.value.includes(field) ? words.missing : undefined);
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field
        label={words.number}
        error={errorOf('number')}
        control={(ties) => <input {...ties} name="number" inputMode="numeric" autoComplete="off" />}
      />
      <Field
        label={label}
        hint={hint}
        error={errorOf(name)}
        control={(ties) => (
          <input
            {...ties}
            name={name}
            inputMode={mode}
            autoComplete={mode === 'email' ? 'email' : 'off'}
            spellcheck={false}
          />
        )}
      />
      <p class="row">
        <button type="submit" class="primary" aria-disabled={isBusy.value}>
          {button}
        </button>
      </p>
      <div role="status">{said.value && <p class="notice">{bind(said.value)}</p>}</div>
    </form>
  );
}
